package io.plumbline.reporting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.reporting.AwaitedRow;
import io.plumbline.shared.Money;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.NumberLinks;
import io.plumbline.shared.ui.PersonName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What I wait for: my requests, with whom each is and since when. */
class AwaitedList extends Composite<Div> {
  private final Moments moments;
  private final NumberLinks numbers;

  AwaitedList(Moments moments, NumberLinks numbers) {
    this.moments = moments;
    this.numbers = numbers;
    getContent().addClassName("chart-card");
  }

  void show(List<AwaitedRow> rows) {
    getContent().removeAll();
    if (rows.isEmpty()) {
      getContent()
          .add(
              new H3(getTranslation("dashboard.awaited.none")),
              new Paragraph(getTranslation("dashboard.awaited.none.text")));
      return;
    }
    var scroll = new Div(table(rows));
    scroll.addClassName("table-scroll");
    getContent()
        .add(
            new H3(
                getTranslation(
                    "dashboard.awaited", rows.size(), moments.past(rows.getFirst().since()))),
            scroll);
  }

  private NativeTable table(List<AwaitedRow> rows) {
    var table = new NativeTable();
    table.addClassNames("lines", "awaited");
    var head = table.getHead().addRow();
    for (var key : List.of("number", "what", "with", "since", "amount")) {
      head.addHeaderCell().setText(getTranslation("dashboard.awaited." + key));
    }
    rows.forEach(row -> add(table.getBody().addRow(), row));
    return table;
  }

  private void add(NativeTableRow line, AwaitedRow row) {
    line.addDataCell().add(numbers.to(row.number()));
    line.addDataCell().setText(row.title());
    line.addDataCell().add(holder(row));
    var since = line.addDataCell();
    since.add(moments.pastText(row.since()));
    if (row.due() != null && moments.isLate(row.due())) {
      since.add(new Badge(moments.due(row.due()), VaadinIcon.CLOCK, Badge.Tone.BAD));
    }
    var amount = new Span(Money.of(row.amountMinor(), row.currency()).text());
    amount.addClassName("money");
    line.addDataCell().add(amount);
  }

  private Component holder(AwaitedRow row) {
    if (row.person() != null) {
      return new PersonName(row.person());
    }
    return new Span(
        row.groups().isEmpty()
            ? getTranslation("dashboard.awaited.process")
            : row.groups().stream().map(this::group).collect(Collectors.joining(", ")));
  }

  private String group(String group) {
    return getTranslation("role." + group.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
