package io.plumbline.operations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.operations.InstanceDetails.IncidentRow;
import io.plumbline.operations.InstanceDetails.JobRow;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** What stands still and why, with a way to try again; then what fails and is still retried. */
class IncidentList extends Composite<UnorderedList> {
  private static final int SUMMARY_LENGTH = 160;
  private final Moments moments;
  private final Function<Where, Component> place;
  private final LongConsumer retry;

  /** Where something failed. */
  record Where(long instanceKey, String number, String elementId) {}

  IncidentList(Moments moments, Function<Where, Component> place, LongConsumer retry) {
    this.moments = moments;
    this.place = place;
    this.retry = retry;
    getContent().addClassName("incidents");
  }

  void show(List<IncidentRow> incidents, List<JobRow> jobs) {
    getContent().removeAll();
    incidents.stream().map(this::item).forEach(getContent()::add);
    jobs.stream()
        .filter(job -> incidents.stream().noneMatch(each -> isOf(each, job)))
        .map(this::item)
        .forEach(getContent()::add);
  }

  private static boolean isOf(IncidentRow incident, JobRow job) {
    return incident.jobKey() != null && incident.jobKey() == job.key();
  }

  private ListItem item(IncidentRow incident) {
    var number = incident.businessKey() == null ? "" : incident.businessKey();
    var head =
        head(
            new Badge(
                getTranslation("incident.type", words(incident.errorType())),
                VaadinIcon.WARNING,
                Badge.Tone.BAD),
            new Where(incident.processInstanceKey(), number, incident.elementId()));
    head.add(moments.pastText(incident.at()));
    if ("RESOLVED".equals(incident.state())) {
      head.add(new Badge(getTranslation("incident.resolved"), VaadinIcon.CHECK, Badge.Tone.OK));
    } else if (incident.retrying()) {
      head.add(
          new Badge(getTranslation("incident.retrying"), VaadinIcon.HOURGLASS, Badge.Tone.INFO));
    } else {
      var again =
          new Button(
              getTranslation("incident.retry"),
              VaadinIcon.REFRESH.create(),
              clicked -> retry.accept(incident.key()));
      again.addClassName("at-end");
      head.add(again);
    }
    return new ListItem(head, cause(incident.message()));
  }

  private ListItem item(JobRow job) {
    var number = job.businessKey() == null ? "" : job.businessKey();
    var head =
        head(
            new Badge(
                getTranslation("job.failing", job.retries()),
                VaadinIcon.REFRESH,
                Badge.Tone.WARNING),
            new Where(job.processInstanceKey(), number, job.elementId()));
    head.add(moments.pastText(job.failedAt()));
    if (job.retryAt() != null) {
      head.add(new Span(getTranslation("job.retryAt", moments.due(job.retryAt()))));
    }
    return new ListItem(head, cause(job.error() == null ? "" : job.error()));
  }

  private Div head(Badge what, Where where) {
    var head = new Div(what, place.apply(where));
    head.addClassName("incident-head");
    return head;
  }

  private static Component cause(String message) {
    var first = message.lines().findFirst().orElse("").strip();
    if (first.length() <= SUMMARY_LENGTH && message.lines().count() <= 1) {
      var text = new Span(first);
      text.addClassName("cause");
      return text;
    }
    var shortened =
        first.length() <= SUMMARY_LENGTH ? first : first.substring(0, SUMMARY_LENGTH) + "…";
    return new Details(shortened, new Pre(message));
  }

  private static String words(String errorType) {
    return errorType.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
