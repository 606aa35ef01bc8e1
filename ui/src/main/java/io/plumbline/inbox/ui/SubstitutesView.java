package io.plumbline.inbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.identity.Callers;
import io.plumbline.identity.People;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Substitution;
import io.plumbline.inbox.Substitutions;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.PersonEntry;
import io.plumbline.shared.ui.Section;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who stands in for whom: one's own, and for organisation admins that of everybody. */
@Route(SubstitutesView.ROUTE)
@PermitAll
public class SubstitutesView extends Div implements HasDynamicTitle {
  static final String ROUTE = "substitutes";

  private final transient Substitutions substitutions;
  private final transient Moments moments;
  private final transient boolean admin;
  private final Div lists = new Div();

  SubstitutesView(
      Substitutions substitutions,
      People people,
      Callers callers,
      Moments moments,
      TaskForms forms) {
    this.substitutions = substitutions;
    this.moments = moments;
    this.admin = callers.current().is(Role.ORGANISATION_ADMIN);
    addClassNames("page", "narrow", "sections");
    lists.addClassName("sections");
    var form =
        new SubstitutionForm(
            substitutions,
            new SubstitutionForm.Offers(
                people.all(), callers.current().user(), admin, forms.processIds(), moments.today()),
            this::show);
    add(
        new Paragraph(getTranslation("substitutes.intro")),
        lists,
        new Section(getTranslation("substitutes.new"), form));
    show();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("substitutes.title");
  }

  private void show() {
    var all = admin ? substitutions.all() : substitutions.mine();
    lists.removeAll();
    section("substitutes.asked", all, Substitution::mayAnswer);
    section("substitutes.now", all, each -> each.mayEnd() && !each.mayAnswer());
    section("substitutes.past", all, each -> !each.mayEnd() && !each.mayAnswer());
    if (all.isEmpty()) {
      lists.add(new Paragraph(getTranslation("substitutes.none")));
    }
  }

  private void section(String titleKey, List<Substitution> all, Predicate<Substitution> which) {
    var some = all.stream().filter(which).toList();
    if (!some.isEmpty()) {
      lists.add(
          new Section(
              getTranslation(titleKey),
              new SubstitutionList(some, substitutions, moments, this::show)));
    }
  }

  /** Where the person menu finds it. */
  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    PersonEntry substitutesEntry() {
      return new PersonEntry("substitutes.title", ROUTE);
    }
  }
}
