package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.inbox.Substitution;
import io.plumbline.inbox.Substitution.State;
import io.plumbline.inbox.Substitutions;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.PersonName;
import io.plumbline.shared.ui.Toast;
import java.util.List;
import java.util.function.Function;

/** "B for A", from when to when, for what, and what can be done about it. */
class SubstitutionList extends Composite<UnorderedList> {
  private final Substitutions substitutions;
  private final Moments moments;
  private final Runnable changed;

  SubstitutionList(
      List<Substitution> some, Substitutions substitutions, Moments moments, Runnable changed) {
    this.substitutions = substitutions;
    this.moments = moments;
    this.changed = changed;
    getContent().addClassName("substitution-list");
    some.stream().map(this::item).forEach(getContent()::add);
  }

  private ListItem item(Substitution one) {
    var days =
        new Span(
            getTranslation("substitutes.days", moments.day(one.from()), moments.day(one.until())));
    var what =
        new Span(
            one.processId() == null
                ? getTranslation("substitutes.everything")
                : getTranslation("process." + one.processId()));
    what.addClassName("muted");
    var item =
        new ListItem(
            new PersonName(one.substituteName(), one.absentName()), state(one), days, what);
    if (one.mayAnswer()) {
      item.add(
          button("substitutes.accept", one, each -> substitutions.accept(each.id()), true),
          button("substitutes.decline", one, each -> substitutions.decline(each.id()), false));
    } else if (one.mayEnd()) {
      var key = one.state() == State.PROPOSED ? "substitutes.takeBack" : "substitutes.end";
      item.add(button(key, one, each -> substitutions.end(each.id()), false));
    }
    return item;
  }

  private Badge state(Substitution one) {
    if (one.over() && one.state() == State.ACCEPTED) {
      return new Badge(getTranslation("substitutes.state.OVER"), Badge.Tone.NEUTRAL);
    }
    var tone =
        switch (one.state()) {
          case PROPOSED -> Badge.Tone.WARNING;
          case ACCEPTED -> Badge.Tone.OK;
          case DECLINED, ENDED -> Badge.Tone.NEUTRAL;
        };
    return new Badge(getTranslation("substitutes.state." + one.state()), tone);
  }

  private Button button(
      String textKey, Substitution one, Function<Substitution, Substitution> action, boolean main) {
    var button =
        new Button(
            getTranslation(textKey),
            clicked -> {
              try {
                Toast.done(said(action.apply(one)));
              } catch (Refusal refusal) {
                Toast.refused(refusal);
              }
              changed.run();
            });
    button.addThemeVariants(ButtonVariant.SMALL);
    if (main) {
      button.addThemeVariants(ButtonVariant.PRIMARY);
    }
    button.setAriaLabel(
        getTranslation(textKey) + ": " + PersonName.text(one.substituteName(), one.absentName()));
    return button;
  }

  private String said(Substitution now) {
    return getTranslation(
        "substitutes.done." + now.state(), now.substituteName(), now.absentName());
  }
}
