package io.plumbline.procurement.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.procurement.Status;
import io.plumbline.shared.ui.Badge;

/** Where a request stands, in word, icon and colour. */
class StatusBadge extends Badge {

  StatusBadge(Status status) {
    super(translate("request.status." + status.name()), icon(status), tone(status));
  }

  private static VaadinIcon icon(Status status) {
    return switch (status) {
      case SUBMITTED -> VaadinIcon.HOURGLASS;
      case SENT_BACK -> VaadinIcon.ARROW_BACKWARD;
      case APPROVED -> VaadinIcon.CHECK;
      case REJECTED -> VaadinIcon.CLOSE_SMALL;
      case WITHDRAWN -> VaadinIcon.BAN;
      case ORDERED -> VaadinIcon.PACKAGE;
    };
  }

  static Tone tone(Status status) {
    return switch (status) {
      case SUBMITTED -> Tone.INFO;
      case SENT_BACK -> Tone.WARNING;
      case APPROVED, ORDERED -> Tone.OK;
      case REJECTED -> Tone.BAD;
      case WITHDRAWN -> Tone.NEUTRAL;
    };
  }
}
