package io.plumbline.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import io.plumbline.inbox.Holding;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.ReadMarks;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.inbox.TaskRow;
import io.plumbline.preview.ViewTest;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.ui.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Lists longer than what is counted. */
@WithMockUser(username = "Project manager", roles = "PROJECT_MANAGER")
class TaskListTest extends ViewTest {
  private final Inbox inbox = mock(Inbox.class);
  private final List<CappedCount> counted = new ArrayList<>();
  private int tasks;
  @Autowired private ObjectProvider<Moments> moments;

  @Test
  void shouldGoOnBeyondWhatIsCounted() {
    tasks = 2_480;
    var grid = shown();

    assertThat(counted).containsExactly(new CappedCount(1_000, true));
    assertThat(grid.getLazyDataView().getItemCountEstimate()).isGreaterThan(1_000);
    assertThat(grid.getLazyDataView().getItem(2_479).key()).isEqualTo(2_479);
    assertThat(grid.getLazyDataView().getItems(2_450, 100)).hasSize(30);
  }

  @Test
  void shouldEndWhereNoPageIsReadAnyMore() {
    tasks = 200_000;
    var grid = shown();

    assertThat(grid.getLazyDataView().getItem(PageRequest.MAX_OFFSET).key())
        .isEqualTo(PageRequest.MAX_OFFSET);
    assertThat(grid.getLazyDataView().getItems(PageRequest.MAX_OFFSET + 1, 50)).isEmpty();
  }

  @Test
  void shouldHaveItsLengthAgainWhenItIsCountedToItsEnd() {
    tasks = 2_000;
    var list = newList();
    list.show(InboxAddress.START);
    tasks = 12;

    list.show(InboxAddress.START.withFilter(TaskFilter.NONE.words("cement")));

    assertThat(test(list.getContent()).size()).isEqualTo(12);
    assertThat(counted.getLast()).isEqualTo(CappedCount.of(12));
  }

  private Grid<TaskRow> shown() {
    var list = newList();
    list.show(InboxAddress.START);
    return list.getContent();
  }

  private TaskList newList() {
    when(inbox.count(any())).thenAnswer(asked -> CappedCount.of(tasks));
    when(inbox.page(any())).thenAnswer(asked -> page(asked.getArgument(0)));
    var list =
        new TaskList(
            inbox,
            mock(ReadMarks.class),
            moments.getObject(),
            new Picks(() -> {}),
            new TaskList.Follower(counted::add, key -> {}));
    UI.getCurrent().add(list);
    return list;
  }

  private List<TaskRow> page(InboxQuery query) {
    var offset = query.page().offset();
    return LongStream.range(offset, Math.min(tasks, offset + query.page().limit()))
        .mapToObj(TaskListTest::row)
        .toList();
  }

  private static TaskRow row(long key) {
    return new TaskRow(
        key,
        "Approve cement",
        null,
        "procurement-approval",
        "ApproveRequest",
        "procurement.approve",
        key,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        50,
        null,
        Instant.EPOCH,
        null,
        null,
        false,
        Holding.PLAIN);
  }
}
