package io.plumbline.procurement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.procurement.BudgetPosition;
import io.plumbline.shared.ui.Section;

/** What this request does to its budget: ordered, committed, this, free. */
class BudgetBar extends Composite<Div> {
  private static final int WIDTH = 1_000;
  private final BudgetPosition budget;
  private final boolean ordered;

  /**
   * {@code ordered}: this request's share is no longer a commitment but part of what is ordered.
   */
  BudgetBar(BudgetPosition budget, boolean ordered) {
    this.budget = budget;
    this.ordered = ordered;
    var bar = new Svg(picture());
    bar.addClassName("budget-bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    var legend = new UnorderedList();
    legend.addClassName("budget-legend");
    legend.add(entry("ordered", orderedByOthers()), entry("committed", committedByOthers()));
    legend.add(entry("this", budget.thisMinor()));
    legend.add(
        budget.freeAfterMinor() < 0
            ? entry("over", -budget.freeAfterMinor())
            : entry("free", budget.freeAfterMinor()));
    getContent().add(new Section(title(), bar, legend));
  }

  private String title() {
    var category = getTranslation("category." + budget.category());
    return budget.freeAfterMinor() < 0
        ? getTranslation(
            "budget.titleOver",
            category,
            amount(budget.freeBeforeMinor()),
            amount(-budget.freeAfterMinor()))
        : getTranslation(
            "budget.title",
            category,
            amount(budget.freeBeforeMinor()),
            amount(budget.freeAfterMinor()));
  }

  private ListItem entry(String kind, long minor) {
    var swatch = new Span();
    swatch.addClassNames("swatch", kind);
    var value = new Span(amount(minor));
    value.addClassName("money");
    return new ListItem(swatch, new Span(getTranslation("budget." + kind)), value);
  }

  private long orderedByOthers() {
    return budget.orderedMinor() - (ordered ? budget.thisMinor() : 0);
  }

  private long committedByOthers() {
    var mine = budget.committed() && !ordered;
    return budget.committedMinor() - (mine ? budget.thisMinor() : 0);
  }

  private String picture() {
    var whole =
        Math.max(
            budget.budgetMinor(), orderedByOthers() + committedByOthers() + budget.thisMinor());
    var drawn = new StringBuilder("<svg viewBox=\"0 0 1000 14\" preserveAspectRatio=\"none\">");
    var from = 0L;
    from = part(drawn, "ordered", from, orderedByOthers(), whole);
    from = part(drawn, "committed", from, committedByOthers(), whole);
    var over = Math.clamp(-budget.freeAfterMinor(), 0, budget.thisMinor());
    from = part(drawn, "this", from, budget.thisMinor() - over, whole);
    part(drawn, "over", from, over, whole);
    return drawn.append("</svg>").toString();
  }

  private static long part(StringBuilder drawn, String kind, long from, long size, long whole) {
    if (whole > 0 && size > 0) {
      drawn
          .append("<rect y=\"0\" height=\"14\" class=\"")
          .append(kind)
          .append("\" x=\"")
          .append(WIDTH * (double) from / whole)
          .append("\" width=\"")
          .append(WIDTH * (double) size / whole)
          .append("\"/>");
    }
    return from + Math.max(0, size);
  }

  private String amount(long minor) {
    return Figures.plain(minor, budget.currency());
  }
}
