package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/** Lying bars, a row per category (ECharts in a small web component). */
@Tag("bar-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./components/bar-chart.ts")
public class BarChart extends Component implements HasStyle {

  /**
   * Bars of one colour.
   *
   * @param tone name of a colour of the page, {@code --pl-<tone>}
   * @param labels each value as people read it
   */
  public record Series(String name, String tone, List<Double> values, List<String> labels) {}

  /**
   * What is drawn.
   *
   * @param stacked one bar per category instead of one per series
   * @param totals when stacked: each category's sum as people read it
   * @param axis unit of the values; empty for plain counts
   */
  public record Data(
      List<String> categories,
      List<Series> series,
      boolean stacked,
      List<String> totals,
      String axis) {}

  public BarChart() {
    addClassName("bar-chart");
  }

  /** {@code summary} says the same in words, for those who do not see the chart. */
  public void show(Data data, String summary) {
    getElement().setPropertyBean("data", data);
    getElement().setProperty("summary", summary);
  }

  public Registration addBarClickListener(ComponentEventListener<BarClick> listener) {
    return addListener(BarClick.class, listener);
  }

  /** A person clicked the bar of a category. */
  @DomEvent("bar-click")
  public static class BarClick extends ComponentEvent<BarChart> {
    private final int category;

    public BarClick(
        BarChart source, boolean fromClient, @EventData("event.detail.category") int category) {
      super(source, fromClient);
      this.category = category;
    }

    /** Index of the category; from a browser, so it may be anything. */
    public int category() {
      return category;
    }
  }
}
