package io.plumbline.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.inbox.TaskFilter.Due;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InboxAddressTest {

  @Test
  void shouldReadBackWhatItWrote() {
    var filter = TaskFilter.NONE.process("procurement-approval").words("cement >5k");
    var query = InboxQuery.of(View.GROUPS, filter).sortedBy(Sort.AMOUNT, Sort.NEWEST);
    var address = new InboxAddress(query, null, 7L);
    var saved = new InboxAddress(InboxQuery.first(), new UUID(1, 2), 7L);

    assertThat(InboxAddress.of(saved.toParameters())).isEqualTo(saved);
    assertThat(InboxAddress.of(address.toParameters())).isEqualTo(address);
  }

  @Test
  void shouldKeepAPlainInboxPlain() {
    assertThat(InboxAddress.START.toParameters().getQueryString()).isEmpty();
  }

  @Test
  void shouldIgnoreWhatItCannotRead() {
    var odd =
        QueryParameters.fromString(
            "view=all%27&sort=;&task=12x&project=1-2-3&min=1e999999999&max=-1&due=x&filter=1&q="
                + "x".repeat(100_000));

    assertThat(InboxAddress.of(odd)).isEqualTo(InboxAddress.START);
  }

  @Test
  void shouldCloseTheTaskWhenTheViewChanges() {
    var other = InboxAddress.START.withTask(7L).withView(View.ALL, Due.OVERDUE);

    assertThat(other.toParameters().getQueryString()).isEqualTo("due=overdue");
  }
}
