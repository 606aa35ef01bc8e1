package io.plumbline.messaging.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.approval.ApprovalLimits;
import io.plumbline.identity.Callers;
import io.plumbline.identity.People;
import io.plumbline.identity.Person;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.ContactAddresses;
import io.plumbline.messaging.Strangers;
import io.plumbline.shared.ui.PersonEntry;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One's phones and mail addresses; for organisation admins those of everybody. */
@Route(AddressesView.ROUTE)
@PermitAll
public class AddressesView extends Div implements HasDynamicTitle {
  static final String ROUTE = "addresses";
  private static final int MOST_NAMES = 50;

  private final transient ContactAddresses contacts;
  private final transient UserId me;
  private final Div content = new Div();

  public AddressesView(
      ContactAddresses contacts,
      Strangers strangers,
      ApprovalLimits limits,
      People people,
      Callers callers) {
    this.contacts = contacts;
    var caller = callers.current();
    this.me = caller.user();
    addClassNames("page", "narrow", "sections");
    content.addClassName("sections");
    add(new Paragraph(getTranslation("addresses.intro")));
    if (caller.is(Role.ORGANISATION_ADMIN)) {
      add(whose(people));
    }
    add(content, new StrangerCode(strangers, () -> show(me)));
    if (caller.is(Role.ORGANISATION_ADMIN)) {
      add(new LimitForm(limits));
    }
    show(me);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("addresses.title");
  }

  private ComboBox<Person> whose(People people) {
    var choice = new ComboBox<Person>(getTranslation("addresses.whose"));
    choice.setItemLabelGenerator(Person::name);
    choice.setItems(
        query ->
            people
                .named(query.getFilter().orElse(""), EnumSet.allOf(Role.class), me, MOST_NAMES)
                .stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
    people.find(me).ifPresent(choice::setValue);
    choice.addValueChangeListener(
        changed -> show(changed.getValue() == null ? me : changed.getValue().id()));
    return choice;
  }

  private void show(UserId person) {
    Runnable again = () -> show(person);
    content.removeAll();
    content.add(
        new AddressList(contacts, person, person.equals(me), again),
        new NewAddress(contacts, person, person.equals(me), again));
  }

  /** Where the person menu finds it. */
  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    PersonEntry addressesEntry() {
      return new PersonEntry("addresses.title", ROUTE);
    }
  }
}
