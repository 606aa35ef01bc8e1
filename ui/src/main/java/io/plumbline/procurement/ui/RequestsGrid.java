package io.plumbline.procurement.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.procurement.PurchaseRequestRow;
import io.plumbline.shared.Money;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.ScreenWidth;
import java.util.List;
import java.util.Locale;

/** Requests as a table; on a phone one card per request. */
class RequestsGrid extends Grid<PurchaseRequestRow> {
  private final Moments moments;

  RequestsGrid(Moments moments) {
    this.moments = moments;
    addThemeVariants(GridVariant.NO_BORDER);
    setSelectionMode(SelectionMode.NONE);
    setSizeFull();
    var table = List.of(number(), what(), neededBy(), amount(), status());
    var card = card();
    card.setVisible(false);
    ScreenWidth.follow(
        this,
        narrow -> {
          table.forEach(column -> column.setVisible(!narrow));
          card.setVisible(narrow);
        });
    addItemClickListener(clicked -> ProcurementNavigation.toRequest(clicked.getItem().number()));
  }

  private Column<PurchaseRequestRow> number() {
    return fitting(
        addColumn(
            LitRenderer.<PurchaseRequestRow>of("<a href=\"${item.path}\">${item.number}</a>")
                .withProperty("number", PurchaseRequestRow::number)
                .withProperty("path", row -> ProcurementNavigation.REQUESTS + "/" + row.number())),
        "requests.number");
  }

  private Column<PurchaseRequestRow> what() {
    return addColumn(
            LitRenderer.<PurchaseRequestRow>of(
                    "<div class=\"two-lines\"><span>${item.title}</span>"
                        + "<span class=\"muted\">${item.facts}</span></div>")
                .withProperty("title", PurchaseRequestRow::title)
                .withProperty("facts", this::facts))
        .setHeader(translate("requests.what"))
        .setFlexGrow(1);
  }

  private Column<PurchaseRequestRow> neededBy() {
    return fitting(addColumn(row -> moments.day(row.neededBy())), "request.neededBy");
  }

  private Column<PurchaseRequestRow> amount() {
    return fitting(addColumn(RequestsGrid::money), "request.amount")
        .setTextAlign(ColumnTextAlign.END)
        .setPartNameGenerator(row -> "num");
  }

  private Column<PurchaseRequestRow> status() {
    return fitting(addComponentColumn(row -> new StatusBadge(row.status())), "requests.status");
  }

  private Column<PurchaseRequestRow> card() {
    return addColumn(
            LitRenderer.<PurchaseRequestRow>of(
                    """
                <div class="card-row">
                  <a href="${item.path}">${item.number}</a><span><span class="badge ${item.tone}">${item.status}</span></span>
                  <span class="card-title">${item.title}</span>
                  <span class="money">${item.amount}</span>
                  <span class="muted">${item.facts}</span>
                </div>
                """)
                .withProperty("number", PurchaseRequestRow::number)
                .withProperty("path", row -> ProcurementNavigation.REQUESTS + "/" + row.number())
                .withProperty("status", row -> translate("request.status." + row.status().name()))
                .withProperty(
                    "tone", row -> StatusBadge.tone(row.status()).name().toLowerCase(Locale.ROOT))
                .withProperty("title", PurchaseRequestRow::title)
                .withProperty("amount", RequestsGrid::money)
                .withProperty("facts", this::facts))
        .setHeader(translate("requests.title"));
  }

  private Column<PurchaseRequestRow> fitting(Column<PurchaseRequestRow> column, String headerKey) {
    return column.setHeader(translate(headerKey)).setAutoWidth(true).setFlexGrow(0);
  }

  private String facts(PurchaseRequestRow row) {
    return String.join(
        " · ", row.projectName(), row.requesterName(), moments.past(row.submittedAt()));
  }

  private static String money(PurchaseRequestRow row) {
    return Money.of(row.amountMinor(), row.currency()).text();
  }
}
