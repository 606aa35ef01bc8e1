package io.plumbline.procurement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.plumbline.procurement.PurchaseRequestDetails.Event;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.PersonName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened to a request, step by step. */
class TimelineList extends Composite<OrderedList> {

  TimelineList(List<Event> events, Moments moments) {
    getContent().addClassName("timeline");
    for (var event : events) {
      var what = new Span(getTranslation("timeline." + event.kind()));
      what.addClassName("timeline-what");
      var when = moments.pastText(event.at());
      when.addClassName("muted");
      var item = new ListItem(what, when);
      if (event.actorName() != null || !event.detail().isBlank()) {
        item.add(detail(event));
      }
      getContent().add(item);
    }
  }

  private static Span detail(Event event) {
    var actor =
        event.actorName() == null ? "" : PersonName.text(event.actorName(), event.forName());
    var detail =
        new Span(
            Stream.of(actor, event.detail())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · ")));
    detail.addClassName("timeline-detail");
    return detail;
  }
}
