package io.plumbline.procurement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import io.plumbline.procurement.PurchaseRequestDetails;

/** The lines of a request with their total. */
class LinesTable extends Composite<Div> {
  LinesTable(PurchaseRequestDetails request) {
    var table = new NativeTable();
    table.addClassName("lines");
    var head = table.getHead().addRow();
    head.addHeaderCell().setText(getTranslation("line.item"));
    numberHeader(head, "line.quantity");
    numberHeader(head, "line.unitPrice");
    numberHeader(head, "line.total");
    for (var line : request.lines()) {
      var row = table.getBody().addRow();
      row.addDataCell().setText(line.item());
      number(row, Figures.quantity(line.quantity(), line.unit()));
      number(row, Figures.column(line.unitPriceMinor(), request.currency()));
      number(row, Figures.column(line.totalMinor(), request.currency()));
    }
    if (request.lines().size() > 1) {
      var sum = table.getFoot().addRow();
      var label = sum.addHeaderCell();
      label.setText(getTranslation("line.sum"));
      label.getElement().setAttribute("colspan", "3");
      number(sum, Figures.column(request.amountMinor(), request.currency()));
    }
    getContent().addClassName("table-scroll");
    getContent().add(table);
  }

  private void numberHeader(NativeTableRow row, String textKey) {
    var cell = row.addHeaderCell();
    cell.setText(getTranslation(textKey));
    cell.addClassName("end");
  }

  private static void number(NativeTableRow row, String text) {
    var cell = row.addDataCell();
    cell.setText(text);
    cell.addClassNames("end", "num");
  }
}
