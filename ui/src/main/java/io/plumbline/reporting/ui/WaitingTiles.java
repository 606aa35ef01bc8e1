package io.plumbline.reporting.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.inbox.InboxCounts;
import io.plumbline.shared.CappedCount;
import java.util.Locale;

/** What waits for me, as figures that lead to the tasks. */
class WaitingTiles extends Composite<Div> {

  WaitingTiles() {
    getContent().addClassName("tiles");
  }

  void show(InboxCounts counts) {
    getContent().removeAll();
    add("inbox.view.all", counts.all(), "");
    add("inbox.view.mine", counts.mine(), "view=mine");
    add("inbox.view.groups", counts.groups(), "view=groups");
    var overdue = add("inbox.view.overdue", counts.overdue(), "due=overdue");
    overdue.setClassName("late", counts.overdue().value() > 0);
  }

  private Anchor add(String textKey, CappedCount count, String query) {
    var figure = new Span(text(count));
    figure.addClassName("tile-figure");
    var tile = new Anchor(Links.inbox(query), figure, new Span(getTranslation(textKey)));
    tile.addClassName("tile");
    getContent().add(tile);
    return tile;
  }

  private static String text(CappedCount count) {
    return String.format(Locale.ENGLISH, "%,d", count.value()) + (count.more() ? "+" : "");
  }
}
