package io.plumbline.inbox.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.plumbline.identity.People;
import io.plumbline.identity.Role;
import io.plumbline.inbox.BulkTasks;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.ReadMarks;
import io.plumbline.inbox.SavedFilters;
import io.plumbline.project.Projects;
import java.util.List;

/** What the list of tasks and its filters are made of. */
@SpringComponent
@UIScope
record ListServices(
    Inbox inbox,
    ReadMarks marks,
    BulkTasks bulk,
    SavedFilters saved,
    Projects projects,
    People people) {

  FilterPanel.Offers offers(List<String> processes) {
    return new FilterPanel.Offers(
        projects.mine(),
        processes,
        people.inGroup(Role.REQUESTER.group()),
        people.tenant().currency());
  }
}
