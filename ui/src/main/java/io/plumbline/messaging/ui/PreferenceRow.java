package io.plumbline.messaging.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import io.plumbline.identity.Channel;
import io.plumbline.messaging.NoticePreference;
import io.plumbline.messaging.NoticePreferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How to hear of one kind of notice: as usual, here only, or on channels in an order. */
class PreferenceRow extends Composite<Div> {
  private static final int PLACES = NoticePreferences.CHANNELS.size();

  private enum Way {
    USUAL,
    HERE,
    CHOSEN
  }

  private final String kind;
  private final Select<Way> way = new Select<>();
  private final List<Select<Channel>> places = new ArrayList<>();
  private final Checkbox passes = new Checkbox(getTranslation("notice.passesQuiet"));

  PreferenceRow(NoticePreference preference) {
    this.kind = preference.kind();
    way.setLabel(getTranslation("notice.way"));
    way.setItems(Way.values());
    way.setItemLabelGenerator(choice -> getTranslation("notice.way." + choice.name()));
    way.setHelperText(getTranslation("notice.usual." + kind));
    for (int i = 0; i < PLACES; i++) {
      places.add(place(i));
    }
    show(preference);
    way.addValueChangeListener(changed -> showPlaces());
    var fields = new Div(way);
    places.forEach(fields::add);
    fields.addClassName("preference-fields");
    getContent().addClassNames("preference");
    getContent().add(new H3(getTranslation("notice.kind." + kind)), fields, passes);
  }

  NoticePreference value() {
    return new NoticePreference(kind, channels(), passes.getValue());
  }

  /** False, and said at the first place, when no channel is named. */
  boolean check() {
    var complete = way.getValue() != Way.CHOSEN || !chosen().isEmpty();
    var first = places.getFirst();
    first.setErrorMessage(getTranslation("notice.way.none"));
    first.setInvalid(!complete);
    if (!complete) {
      first.focus();
    }
    return complete;
  }

  private @Nullable List<Channel> channels() {
    return switch (Objects.requireNonNullElse(way.getValue(), Way.USUAL)) {
      case USUAL -> null;
      case HERE -> List.of();
      case CHOSEN -> chosen();
    };
  }

  private List<Channel> chosen() {
    return places.stream()
        .map(Select::getValue)
        .flatMap(channel -> Stream.ofNullable(channel))
        .distinct()
        .toList();
  }

  private void show(NoticePreference preference) {
    var channels = preference.channels();
    passes.setValue(preference.passesQuiet());
    if (channels == null) {
      way.setValue(Way.USUAL);
    } else {
      way.setValue(channels.isEmpty() ? Way.HERE : Way.CHOSEN);
      for (int i = 0; i < channels.size(); i++) {
        places.get(i).setValue(channels.get(i));
      }
    }
    showPlaces();
  }

  private void showPlaces() {
    places.forEach(place -> place.setVisible(way.getValue() == Way.CHOSEN));
  }

  private Select<Channel> place(int at) {
    var select = new Select<Channel>();
    select.setLabel(getTranslation("notice.place", at + 1));
    select.setItems(NoticePreferences.CHANNELS);
    select.setEmptySelectionAllowed(true);
    select.setItemLabelGenerator(
        channel -> channel == null ? "" : getTranslation("channel." + channel.name()));
    return select;
  }
}
