package io.plumbline.procurement.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.plumbline.procurement.Category;
import io.plumbline.procurement.PurchaseRequestRow;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.Status;
import io.plumbline.project.ProjectRow;
import io.plumbline.project.Projects;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Message;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.WordsField;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Purchase requests: those I filed, or all I am involved in. The address says which. */
@Route(ProcurementNavigation.REQUESTS)
@Menu(title = "requests.title", order = 2, icon = "vaadin:clipboard-text")
@PermitAll
public class RequestsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
  private final Select<Boolean> whose = new Select<>();
  private final Select<Status> status = new Select<>();
  private final WordsField words =
      new WordsField(getTranslation("requests.search"), typed -> go(true));
  private final Select<ProjectRow> project = new Select<>();
  private final Select<Category> category = new Select<>();
  private final CallbackDataProvider<PurchaseRequestRow, Void> rows;
  private RequestsAddress address = RequestsAddress.START;

  public RequestsView(
      PurchaseRequests requests, Projects projects, Moments moments, LiveUpdates updates) {
    rows =
        new CallbackDataProvider<>(
            query ->
                requests
                    .list(address.filter(), new PageRequest(query.getOffset(), query.getLimit()))
                    .stream(),
            query -> requests.count(address.filter()).value(),
            PurchaseRequestRow::id);
    setUpFilters();
    setUpWhatFor(projects.mine());
    var grid = new RequestsGrid(moments);
    grid.setEmptyStateComponent(empty());
    grid.setDataProvider(rows);
    var filters = new Div(words, whose, status, project, category);
    filters.addClassName("list-filters");
    addClassName("list-page");
    add(filters, grid);
    updates.follow(this, change -> true, rows::refreshAll, LiveUpdates.CALMLY);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    address = RequestsAddress.of(event.getLocation().getQueryParameters());
    words.show(address.words());
    whose.setValue(address.mineOnly());
    status.setValue(address.status());
    project.setValue(
        project
            .getListDataView()
            .getItems()
            .filter(each -> each.id().value().equals(address.project()))
            .findFirst()
            .orElse(null));
    category.setValue(
        address.category() == null ? null : Category.ofKey(address.category()).orElse(null));
    rows.refreshAll();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("requests.title");
  }

  private void setUpFilters() {
    whose.setItems(true, false);
    whose.setItemLabelGenerator(
        mine -> getTranslation(mine ? "requests.mine" : "requests.involved"));
    whose.setAriaLabel(getTranslation("requests.whose"));
    whose.addValueChangeListener(chosen -> go(chosen.isFromClient()));
    status.setItems(Status.values());
    status.setEmptySelectionAllowed(true);
    status.setEmptySelectionCaption(getTranslation("requests.anyStatus"));
    status.setItemLabelGenerator(
        each ->
            each == null
                ? getTranslation("requests.anyStatus")
                : getTranslation("request.status." + each.name()));
    status.setAriaLabel(getTranslation("requests.status"));
    status.addValueChangeListener(chosen -> go(chosen.isFromClient()));
  }

  private void setUpWhatFor(List<ProjectRow> projects) {
    project.setItems(projects);
    project.setEmptySelectionAllowed(true);
    project.setEmptySelectionCaption(getTranslation("requests.anyProject"));
    project.setItemLabelGenerator(
        each -> each == null ? getTranslation("requests.anyProject") : each.name());
    project.setAriaLabel(getTranslation("request.project"));
    project.addValueChangeListener(chosen -> go(chosen.isFromClient()));
    category.setItems(Category.values());
    category.setEmptySelectionAllowed(true);
    category.setEmptySelectionCaption(getTranslation("requests.anyCategory"));
    category.setItemLabelGenerator(
        each ->
            each == null
                ? getTranslation("requests.anyCategory")
                : getTranslation("category." + each.key()));
    category.setAriaLabel(getTranslation("request.category"));
    category.addValueChangeListener(chosen -> go(chosen.isFromClient()));
  }

  private Message empty() {
    var first =
        new Button(getTranslation("request.new"), clicked -> ProcurementNavigation.toNewRequest());
    first.addThemeVariants(ButtonVariant.PRIMARY);
    return new Message(
        VaadinIcon.CLIPBOARD_TEXT,
        getTranslation("requests.empty.title"),
        getTranslation("requests.empty.text"),
        first);
  }

  private void go(boolean byPerson) {
    if (byPerson) {
      var chosen =
          new RequestsAddress(
              whose.getValue(),
              status.getValue(),
              words.words().isEmpty() ? null : words.words(),
              project.isEmpty() ? null : project.getValue().id().value(),
              category.isEmpty() ? null : category.getValue().key());
      getUI().ifPresent(ui -> ui.navigate(RequestsView.class, chosen.toParameters()));
    }
  }
}
