package io.plumbline.operations.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.operations.InstanceRow;
import io.plumbline.shared.ui.Badge;

/** How a process instance is doing. */
class StateBadge extends Badge {

  private StateBadge(String textKey, VaadinIcon icon, Tone tone, Object... args) {
    super(translate(textKey, args), icon, tone);
  }

  static StateBadge of(InstanceRow instance) {
    if (instance.openIncidents() > 0) {
      return new StateBadge(
          "instance.incidents", VaadinIcon.WARNING, Tone.BAD, instance.openIncidents());
    }
    return switch (instance.state()) {
      case "ACTIVE" -> new StateBadge("instance.state.ACTIVE", VaadinIcon.PLAY, Tone.INFO);
      case "COMPLETED" -> new StateBadge("instance.state.COMPLETED", VaadinIcon.CHECK, Tone.OK);
      default -> new StateBadge("instance.state.TERMINATED", VaadinIcon.BAN, Tone.NEUTRAL);
    };
  }
}
