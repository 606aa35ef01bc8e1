package io.plumbline.procurement.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.plumbline.identity.People;
import io.plumbline.procurement.Vendors;
import io.plumbline.project.Projects;
import io.plumbline.shared.ui.Moments;

/** What the signed-in person can choose from in a request. */
@SpringComponent
@UIScope
class RequestFormChoices {
  private final Projects projects;
  private final Vendors vendors;
  private final People people;
  private final Moments moments;

  RequestFormChoices(Projects projects, Vendors vendors, People people, Moments moments) {
    this.projects = projects;
    this.vendors = vendors;
    this.people = people;
    this.moments = moments;
  }

  RequestForm form() {
    return new RequestForm(
        new RequestForm.Choices(
            projects.mine(), vendors.active(), people.tenant().currency(), moments.today()));
  }
}
