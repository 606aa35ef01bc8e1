package io.plumbline.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.i18n.I18NProvider;
import io.plumbline.shared.ProblemTexts;
import io.plumbline.shared.Refusal;
import java.util.Locale;
import java.util.stream.Collectors;

/** Short messages over the page; screen readers are told as well. */
public final class Toast {
  private static final int SHORT_MS = 3_000;
  private static final int UNDO_MS = 5_000;
  private static final int LONG_MS = 10_000;

  private Toast() {}

  public static void done(String text) {
    show(text, SHORT_MS).addThemeVariants(NotificationVariant.SUCCESS);
  }

  /** Something that can be taken back for five seconds. */
  public static void undoable(String text, Runnable undo) {
    var toast = show(text, UNDO_MS);
    var button =
        new Button(
            I18NProvider.translate("toast.undo"),
            clicked -> {
              toast.close();
              undo.run();
            });
    button.addThemeVariants(ButtonVariant.SMALL);
    toast.add(button);
  }

  public static void refused(Refusal refusal) {
    failed(
        refusal.problems().stream()
            .map(problem -> ProblemTexts.sentence(problem, Locale.ENGLISH))
            .collect(Collectors.joining(" ")));
  }

  public static void failed(String text) {
    var toast = show(text, LONG_MS);
    toast.addThemeVariants(NotificationVariant.ERROR);
    toast.setAssertive(true);
    var close = new Button(VaadinIcon.CLOSE_SMALL.create(), clicked -> toast.close());
    close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    close.setAriaLabel(I18NProvider.translate("keys.close"));
    toast.add(close);
  }

  private static Notification show(String text, int milliseconds) {
    var toast = new Notification();
    toast.addClassName("toast");
    toast.setDuration(milliseconds);
    toast.setPosition(Notification.Position.TOP_CENTER);
    toast.add(new Span(text));
    toast.open();
    return toast;
  }
}
