package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.messaging.NoticePreferences;
import io.plumbline.messaging.NoticePreferences.Choices;
import io.plumbline.messaging.QuietHours;
import io.plumbline.shared.ui.Toast;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the signed-in person wants to be told things, and when not. */
@Route(PreferencesView.PATH)
@PermitAll
class PreferencesView extends Div implements HasDynamicTitle {
  static final String PATH = "preferences";

  private final NoticePreferences preferences;
  private final List<PreferenceRow> rows;
  private final TimePicker starts = time("notice.quiet.starts");
  private final TimePicker ends = time("notice.quiet.ends");

  PreferencesView(NoticePreferences preferences) {
    this.preferences = preferences;
    var mine = preferences.mine();
    this.rows = mine.notices().stream().map(PreferenceRow::new).toList();
    var quiet = mine.quietHours();
    if (quiet != null) {
      starts.setValue(quiet.starts());
      ends.setValue(quiet.ends());
    }
    var save = new Button(getTranslation("notice.save"), clicked -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    var times = new Div(starts, ends);
    times.addClassName("preference-fields");
    var quietHours =
        new Div(
            new H3(getTranslation("notice.quiet.title")),
            new Paragraph(getTranslation("notice.quiet.help")),
            times);
    quietHours.addClassName("preference");
    var cards = new Div();
    rows.forEach(cards::add);
    cards.add(quietHours);
    cards.addClassName("preferences");
    addClassNames("page", "sections");
    add(new Paragraph(reachable()), cards, new Div(save));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("notification.preferences.title");
  }

  private void save() {
    if (rows.stream().anyMatch(row -> !row.check())) {
      return;
    }
    if (starts.isEmpty() != ends.isEmpty()) {
      var missing = starts.isEmpty() ? starts : ends;
      missing.setErrorMessage(getTranslation("notice.quiet.both"));
      missing.setInvalid(true);
      missing.focus();
      return;
    }
    preferences.save(new Choices(rows.stream().map(PreferenceRow::value).toList(), quietHours()));
    Toast.done(getTranslation("notice.saved"));
  }

  private @Nullable QuietHours quietHours() {
    return starts.isEmpty() ? null : new QuietHours(starts.getValue(), ends.getValue());
  }

  private String reachable() {
    var open = preferences.reachable();
    var names =
        NoticePreferences.CHANNELS.stream()
            .filter(open::contains)
            .map(channel -> getTranslation("channel." + channel.name()))
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? getTranslation("notice.reachable.none")
        : getTranslation("notice.reachable", names);
  }

  private TimePicker time(String label) {
    var picker = new TimePicker(getTranslation(label));
    picker.setLocale(Locale.UK); // 24 hours, as times are written everywhere
    picker.setStep(Duration.ofMinutes(30));
    picker.setClearButtonVisible(true);
    picker.addValueChangeListener(
        changed -> {
          starts.setInvalid(false);
          ends.setInvalid(false);
        });
    return picker;
  }
}
