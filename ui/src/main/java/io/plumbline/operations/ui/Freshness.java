package io.plumbline.operations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.operations.ReadModelState;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import java.time.Duration;

/** How far the view is behind the engine. */
class Freshness extends Composite<Div> {
  private static final Duration BEHIND = Duration.ofSeconds(5);
  private final Moments moments;

  Freshness(Moments moments) {
    this.moments = moments;
    getContent().addClassName("freshness");
  }

  void show(ReadModelState state) {
    getContent().removeAll();
    getContent().add(lag(state));
    if (state.failures() > 0) {
      getContent()
          .add(warning(getTranslation("freshness.failures", state.failures()), Badge.Tone.BAD));
    }
    if (state.incomplete()) {
      getContent().add(warning(getTranslation("freshness.incomplete"), Badge.Tone.WARNING));
    }
    if (state.lostInstances() > 0) {
      getContent()
          .add(warning(getTranslation("freshness.lost", state.lostInstances()), Badge.Tone.BAD));
    }
  }

  private Badge lag(ReadModelState state) {
    var lag = state.lag();
    var last = state.lastRecordAt();
    if (lag == null || last == null) {
      return warning(getTranslation("freshness.none"), Badge.Tone.NEUTRAL);
    }
    if (lag.compareTo(BEHIND) > 0) {
      return warning(
          getTranslation("freshness.behind", lag.toSeconds(), moments.past(last)),
          Badge.Tone.WARNING);
    }
    var fresh =
        new Badge(
            getTranslation("freshness.fresh", lag.toMillis(), moments.past(last)),
            VaadinIcon.CHECK,
            Badge.Tone.OK);
    fresh.setTitle(moments.exact(last));
    return fresh;
  }

  private static Badge warning(String text, Badge.Tone tone) {
    return new Badge(text, VaadinIcon.WARNING, tone);
  }
}
