package io.plumbline.operations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.operations.Cancellation.Asked;
import io.plumbline.operations.InstanceDetails;
import io.plumbline.operations.InstanceRow;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.NumberLinks;
import io.plumbline.shared.ui.TextDialog;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an instance is, how it stands, and the way to end it early. */
class InstanceHead extends Composite<Div> {
  private static final String RUNNING = "ACTIVE";
  private final Moments moments;
  private final NumberLinks numbers;
  private final Consumer<String> cancel;

  /**
   * A head without an instance yet.
   *
   * @param cancel takes the reason
   */
  InstanceHead(Moments moments, NumberLinks numbers, Consumer<String> cancel) {
    this.moments = moments;
    this.numbers = numbers;
    this.cancel = cancel;
  }

  void show(InstanceDetails instance) {
    var row = instance.row();
    getContent().removeAll();
    getContent()
        .add(
            facts(instance),
            new H2(row.title() == null ? getTranslation("operations.title") : row.title()));
    var asked = instance.cancellation().asked();
    if (asked != null) {
      getContent().add(why(asked));
    }
  }

  private Div facts(InstanceDetails instance) {
    var row = instance.row();
    var facts = new Div();
    facts.addClassName("task-head");
    if (row.businessKey() != null) {
      facts.add(numbers.to(row.businessKey()));
    }
    facts.add(StateBadge.of(row));
    if (isBeingCancelled(row, instance.cancellation().asked())) {
      facts.add(
          new Badge(
              getTranslation("instance.cancelling"), VaadinIcon.HOURGLASS, Badge.Tone.WARNING));
    }
    facts.add(version(row), moments.pastText(row.startedAt()));
    if (instance.cancellation().possible()) {
      facts.add(cancelButton(row));
    }
    return facts;
  }

  private static boolean isBeingCancelled(InstanceRow row, @Nullable Asked asked) {
    return asked != null && row.state().equals(RUNNING);
  }

  private Span version(InstanceRow row) {
    var more =
        new Span(
            getTranslation(
                    "operations.processVersion",
                    getTranslation("process." + row.processId()),
                    row.version())
                + " · "
                + row.key());
    more.addClassName("muted");
    return more;
  }

  private Button cancelButton(InstanceRow row) {
    var button = new Button(getTranslation("instance.cancel"), clicked -> ask(row));
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    button.addClassName("at-end");
    return button;
  }

  private void ask(InstanceRow row) {
    new TextDialog(
            getTranslation(
                "instance.cancel.title", row.businessKey() == null ? "" : row.businessKey()),
            getTranslation("reason.label"),
            getTranslation("instance.cancel.help"),
            getTranslation("instance.cancel"),
            cancel)
        .orElse(getTranslation("instance.cancel.keep"))
        .open();
  }

  private Paragraph why(Asked asked) {
    var who = asked.by() == null ? getTranslation("instance.cancel.system") : asked.by();
    var when = moments.past(asked.at());
    return new Paragraph(getTranslation("instance.cancel.why", who, when, asked.reason()));
  }
}
