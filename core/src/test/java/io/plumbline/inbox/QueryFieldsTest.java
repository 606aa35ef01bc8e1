package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueryFieldsTest {

  @Test
  void shouldReadBackWhatItWrote() {
    var filter =
        TaskFilter.NONE
            .process("procurement-approval")
            .project(new UUID(1, 2))
            .requester(new UUID(3, 4))
            .words("cement >5k")
            .amounts(new BigDecimal("5000"), new BigDecimal("10000.50"))
            .due(TaskFilter.Due.WEEK);
    var query = InboxQuery.of(View.GROUPS, filter).sortedBy(Sort.PRIORITY, Sort.AMOUNT);

    var read = QueryFields.read(QueryFields.write(query));

    assertThat(read.query()).isEqualTo(query);
    assertThat(read.unfit()).isEmpty();
    assertThat(QueryFields.write(InboxQuery.first())).isEmpty();
  }

  @Test
  void shouldKeepWhatFitsAndNameTheRest() {
    var read =
        QueryFields.read(
            Map.of(
                "process", "procurement-approval",
                "costCentre", "4711",
                "project", "1-2",
                "sort", "beauty",
                "q", "x".repeat(100_000),
                "min", "1e999999999",
                "due", "someday"));

    assertThat(read.query())
        .isEqualTo(InboxQuery.of(View.ALL, TaskFilter.NONE.process("procurement-approval")));
    assertThat(read.unfit())
        .containsExactlyInAnyOrder("costCentre", "project", "sort", "q", "min", "due");
  }

  @Test
  void shouldTakeNeitherOfReversedAmounts() {
    var read = QueryFields.read(Map.of("min", "9", "max", "8", "view", "mine"));

    assertThat(read.query()).isEqualTo(InboxQuery.of(View.MINE, TaskFilter.NONE));
    assertThat(read.unfit()).containsExactly("min", "max");
  }

  @Test
  void shouldKnowTheViewOfOverdueTasksByItsFormerName() {
    assertThat(QueryFields.read(Map.of("view", "overdue")).query().filter().due())
        .isEqualTo(TaskFilter.Due.OVERDUE);
  }
}
