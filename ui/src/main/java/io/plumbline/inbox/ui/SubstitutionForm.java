package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.NewSubstitution;
import io.plumbline.inbox.Substitutions;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.DayField;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.Toast;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names a substitute: one's own, or as an admin anybody's. */
class SubstitutionForm extends Composite<Div> {
  private final Substitutions substitutions;
  private final Offers offers;
  private final Runnable changed;
  private final ComboBox<Person> absent = new ComboBox<>();
  private final ComboBox<Person> substitute = new ComboBox<>();
  private final DayField from = new DayField();
  private final DayField until = new DayField();
  private final ComboBox<String> process = new ComboBox<>();
  private final FieldErrors errors =
      new FieldErrors()
          .at("substitute", substitute)
          .at("from", from)
          .at("until", until)
          .at("process", process);

  /** What there is to choose from, and who chooses. */
  record Offers(
      List<Person> people, UserId me, boolean admin, List<String> processes, LocalDate today) {}

  SubstitutionForm(Substitutions substitutions, Offers offers, Runnable changed) {
    this.substitutions = substitutions;
    this.offers = offers;
    this.changed = changed;
    setUpPeople();
    setUpDays();
    process.setLabel(getTranslation("substitutes.process"));
    process.setItems(offers.processes());
    process.setItemLabelGenerator(each -> getTranslation("process." + each));
    process.setPlaceholder(getTranslation("substitutes.everything"));
    process.setClearButtonVisible(true);
    var send =
        new Button(
            getTranslation(offers.admin() ? "substitutes.set" : "substitutes.ask"),
            clicked -> send());
    send.addThemeVariants(ButtonVariant.PRIMARY);
    getContent().addClassName("substitution-form");
    if (offers.admin()) {
      getContent().add(absent);
    }
    getContent().add(substitute, from, until, process, send);
  }

  private void setUpPeople() {
    absent.setLabel(getTranslation("substitutes.absent"));
    absent.setItems(offers.people());
    absent.setItemLabelGenerator(Person::name);
    offers.people().stream()
        .filter(person -> person.id().equals(offers.me()))
        .findFirst()
        .ifPresent(absent::setValue);
    substitute.setLabel(getTranslation("substitutes.substitute"));
    substitute.setItems(
        offers.people().stream()
            .filter(person -> offers.admin() || !person.id().equals(offers.me()))
            .toList());
    substitute.setItemLabelGenerator(Person::name);
  }

  private void setUpDays() {
    from.setLabel(getTranslation("substitutes.from"));
    from.setValue(offers.today());
    until.setLabel(getTranslation("substitutes.until"));
    until.setHelperText(getTranslation("substitutes.until.help"));
  }

  private void send() {
    try {
      var named =
          substitutions.name(
              new NewSubstitution(
                  id(absent.getValue()),
                  id(substitute.getValue()),
                  from.getValue(),
                  until.getValue(),
                  process.getValue()));
      errors.show(List.of());
      Toast.done(
          getTranslation(
              "substitutes.done." + named.state(), named.substituteName(), named.absentName()));
      substitute.clear();
      until.clear();
      changed.run();
    } catch (InvalidInput invalid) {
      var unplaced = errors.show(invalid.problems());
      if (!unplaced.isEmpty()) {
        Toast.refused(new InvalidInput(unplaced));
      }
    } catch (Refusal refusal) {
      Toast.refused(refusal);
    }
  }

  private static @Nullable UUID id(@Nullable Person person) {
    return person == null ? null : person.id().value();
  }
}
