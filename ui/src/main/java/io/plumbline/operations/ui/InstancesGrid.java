package io.plumbline.operations.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.operations.InstanceRow;
import io.plumbline.shared.ui.Message;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.ScreenWidth;

/** Process instances as a table; on a phone without the version and the time. */
class InstancesGrid extends Grid<InstanceRow> {

  InstancesGrid(Moments moments) {
    addThemeVariants(GridVariant.NO_BORDER);
    setSelectionMode(SelectionMode.NONE);
    setSizeFull();
    addColumn(
            LitRenderer.<InstanceRow>of(
                    """
                    <div class="two-lines"><a href="${item.path}">${item.number}</a>
                    <span>${item.title}</span></div>
                    """)
                .withProperty("number", InstancesGrid::number)
                .withProperty("title", row -> row.title() == null ? "" : row.title())
                .withProperty("path", row -> OperationsView.path(row.key())))
        .setHeader(translate("requests.number"))
        .setFlexGrow(1);
    var process =
        addColumn(
                row ->
                    translate(
                        "operations.processVersion",
                        translate("process." + row.processId()),
                        row.version()))
            .setHeader(translate("inbox.process"))
            .setAutoWidth(true);
    var started =
        addComponentColumn(row -> moments.pastText(row.startedAt()))
            .setHeader(translate("operations.started"))
            .setAutoWidth(true)
            .setFlexGrow(0);
    addComponentColumn(StateBadge::of)
        .setHeader(translate("requests.status"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    ScreenWidth.follow(
        this,
        narrow -> {
          process.setVisible(!narrow);
          started.setVisible(!narrow);
        });
    addItemClickListener(
        clicked ->
            getUI().ifPresent(ui -> ui.navigate(OperationsView.path(clicked.getItem().key()))));
    setEmptyStateComponent(
        new Message(
            VaadinIcon.COGS,
            translate("operations.empty.title"),
            translate("operations.empty.text")));
  }

  private static String number(InstanceRow row) {
    return row.businessKey() == null ? String.valueOf(row.key()) : row.businessKey();
  }
}
