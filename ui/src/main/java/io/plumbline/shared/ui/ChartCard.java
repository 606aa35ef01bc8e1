package io.plumbline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A chart under a title that tells the answer, with the same figures as a table behind a button. A
 * row leads to the list behind its figure, in the chart as in the table.
 */
public class ChartCard extends Composite<Div> {
  private final H3 title = new H3();
  private final Paragraph note = new Paragraph();
  private final BarChart chart = new BarChart();
  private final Div table = new Div();
  private final Button toggle = new Button();
  private List<Row> rows = List.of();

  /** A colour of bars; {@code tone} names a colour of the page, {@code --pl-<tone>}. */
  public record Series(String name, String tone) {}

  /**
   * A row of figures, one per series.
   *
   * @param path where the list behind it is, or null
   * @param labels the values as people read them
   * @param total their sum as people read it; not shown unless stacked
   */
  public record Row(
      String name, @Nullable String path, List<Double> values, List<String> labels, String total) {}

  /**
   * Figures by category.
   *
   * @param categories what the rows are, as the head of their column
   * @param totals head of the column of sums; empty draws the series one under the other
   * @param axis unit of the values; empty for plain counts
   */
  public record Figures(
      String categories, List<Series> series, String totals, String axis, List<Row> rows) {
    boolean stacked() {
      return !totals.isEmpty();
    }
  }

  public ChartCard() {
    getContent().addClassName("chart-card");
    note.addClassName("muted");
    table.addClassName("table-scroll");
    toggle.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    toggle.addClassName("at-end");
    toggle.addClickListener(clicked -> showTable(!table.isVisible()));
    chart.addBarClickListener(clicked -> follow(clicked.category()));
    var head = new Div(title, toggle);
    head.addClassName("chart-head");
    getContent().add(head, note, chart, table);
    showTable(false);
  }

  public void show(String answer, String explanation, Figures figures) {
    rows = figures.rows();
    title.setText(answer);
    note.setText(explanation);
    note.setVisible(!explanation.isEmpty());
    chart.show(data(figures), answer);
    table.removeAll();
    table.add(table(figures));
    chart.setVisible(!rows.isEmpty() && !table.isVisible());
    toggle.setVisible(!rows.isEmpty());
    nameToggle();
  }

  private void showTable(boolean asTable) {
    table.setVisible(asTable);
    chart.setVisible(!asTable && !rows.isEmpty());
    toggle.setText(getTranslation(asTable ? "chart.asChart" : "chart.asTable"));
    toggle.setIcon((asTable ? VaadinIcon.BAR_CHART_H : VaadinIcon.TABLE).create());
    nameToggle();
  }

  /** Several charts stand on a page: who hears the button is told whose table it shows. */
  private void nameToggle() {
    toggle.setAriaLabel(toggle.getText() + ": " + title.getText());
  }

  private void follow(int category) {
    if (category >= 0 && category < rows.size() && rows.get(category).path() != null) {
      var parts = Objects.requireNonNull(rows.get(category).path()).split("\\?", 2);
      UI.getCurrent()
          .navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
    }
  }

  private static BarChart.Data data(Figures figures) {
    var rows = figures.rows();
    return new BarChart.Data(
        rows.stream().map(Row::name).toList(),
        IntStream.range(0, figures.series().size())
            .mapToObj(at -> series(figures.series().get(at), at, rows))
            .toList(),
        figures.stacked(),
        rows.stream().map(Row::total).toList(),
        figures.axis());
  }

  private static BarChart.Series series(Series series, int at, List<Row> rows) {
    return new BarChart.Series(
        series.name(),
        series.tone(),
        rows.stream().map(row -> row.values().get(at)).toList(),
        rows.stream().map(row -> row.labels().get(at)).toList());
  }

  private static NativeTable table(Figures figures) {
    var table = new NativeTable();
    table.addClassName("lines");
    var head = table.getHead().addRow();
    head.addHeaderCell().setText(figures.categories());
    figures.series().forEach(each -> end(head.addHeaderCell()).setText(each.name()));
    if (figures.stacked()) {
      end(head.addHeaderCell()).setText(figures.totals());
    }
    for (var row : figures.rows()) {
      var line = table.getBody().addRow();
      name(line.addDataCell(), row);
      row.labels().forEach(label -> end(line.addDataCell()).setText(label));
      if (figures.stacked()) {
        end(line.addDataCell()).setText(row.total());
      }
    }
    return table;
  }

  private static void name(NativeTableCell cell, Row row) {
    if (row.path() == null) {
      cell.setText(row.name());
    } else {
      cell.add(new Anchor(row.path(), row.name()));
    }
  }

  private static <C extends HtmlContainer> C end(C cell) {
    cell.addClassNames("end", "num");
    return cell;
  }
}
