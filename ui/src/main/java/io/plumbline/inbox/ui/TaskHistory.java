package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.plumbline.inbox.TaskEvent;
import io.plumbline.inbox.TaskEvent.Kind;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.PersonName;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Through whose hands a task went, and with which words; who only claimed it is left out. */
class TaskHistory extends Composite<OrderedList> {
  private static final Set<Kind> LEFT_OUT = Set.of(Kind.CLAIMED, Kind.RELEASED);
  private final Moments moments;

  TaskHistory(List<TaskEvent> events, Moments moments) {
    this.moments = moments;
    getContent().addClassName("timeline");
    events.stream()
        .filter(event -> !LEFT_OUT.contains(event.kind()))
        .map(this::item)
        .forEach(getContent()::add);
  }

  boolean isEmpty() {
    return getContent().getComponentCount() == 0;
  }

  private ListItem item(TaskEvent event) {
    var rests = event.kind() == Kind.PUT_OFF;
    var until = rests ? moments.day(LocalDate.parse(event.note())) : "";
    var to = Objects.requireNonNullElse(event.otherName(), "");
    var what = new Span(getTranslation("task.event." + event.kind(), rests ? until : to));
    what.addClassName("timeline-what");
    var when = moments.pastText(event.at());
    when.addClassName("muted");
    var by = PersonName.text(event.actorName(), event.forName());
    var detail =
        new Span(
            Stream.of(by, rests ? "" : event.note())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · ")));
    detail.addClassName("timeline-detail");
    return new ListItem(what, when, detail);
  }
}
