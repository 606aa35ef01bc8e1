package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.inbox.InboxCounts;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.inbox.TaskFilter.Due;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.ui.WordsField;
import java.util.List;
import java.util.function.Consumer;

/** Which tasks to show, as chips with their counts; search; everything else behind a button. */
class InboxFilters extends Composite<Div> {
  private final Consumer<InboxAddress> go;
  private final Chip all = new Chip(View.ALL, Due.ANY, "inbox.view.all");
  private final Chip mine = new Chip(View.MINE, Due.ANY, "inbox.view.mine");
  private final Chip groups = new Chip(View.GROUPS, Due.ANY, "inbox.view.groups");
  private final Chip overdue = new Chip(View.ALL, Due.OVERDUE, "inbox.view.overdue");
  private final Chip substituting = new Chip(View.SUBSTITUTING, Due.ANY, "inbox.view.substituting");
  private final Chip resting = new Chip(View.RESTING, Due.ANY, "inbox.view.resting");
  private final Chip delegated = new Chip(View.DELEGATED, Due.ANY, "inbox.view.delegated");
  private final Chip done = new Chip(View.DONE, Due.ANY, "inbox.view.done");
  private final WordsField words = new WordsField(getTranslation("inbox.search"), this::search);
  private final SavedFilterChips saved;
  private final FilterPanel more;
  private final Button toggle = new Button(VaadinIcon.FILTER.create());
  private final Div narrowed = new Div();
  private final Span narrowedBy = new Span();
  private InboxAddress address = InboxAddress.START;

  /** What can be done with the filter that is shown. */
  record Keep(Runnable save, Runnable manage) {}

  InboxFilters(
      FilterPanel.Offers offers, SavedFilterChips saved, Keep keep, Consumer<InboxAddress> go) {
    this.go = go;
    this.saved = saved;
    this.more = new FilterPanel(offers, go);
    var chips = new Div(all, mine, groups, overdue, substituting, resting, delegated, done);
    chips.addClassName("chips");
    chips.getElement().setAttribute("role", "group");
    chips.getElement().setAttribute("aria-label", getTranslation("inbox.views"));
    words.setMaxLength(TaskFilter.MAX_WORDS);
    words.setHelp(getTranslation("inbox.search.help"));
    setUpToggle();
    var bar =
        new Div(
            words,
            toggle,
            quiet(VaadinIcon.BOOKMARK_O, "filter.save", keep.save()),
            quiet(VaadinIcon.BOOKMARK, "filter.manage", keep.manage()));
    bar.addClassName("filter-bar");
    more.setVisible(false);
    setUpNarrowed();
    getContent().addClassName("filters");
    getContent().add(chips, saved, bar, narrowed, more);
  }

  void show(InboxAddress current) {
    address = current;
    List.of(all, mine, groups, overdue, substituting, resting, delegated, done)
        .forEach(Chip::reflect);
    saved.show(current);
    words.show(current.filter().words());
    more.show(current);
    var isNarrowed = FilterPanel.isNeededFor(current);
    narrowed.setVisible(isNarrowed);
    narrowedBy.setText(isNarrowed ? getTranslation("inbox.narrowed", more.inWords()) : "");
    toggle.getElement().setAttribute("aria-expanded", String.valueOf(more.isVisible()));
  }

  void count(InboxCounts counts) {
    all.count(counts.all());
    mine.count(counts.mine());
    groups.count(counts.groups());
    overdue.count(counts.overdue());
    substituting.count(counts.substituting());
    substituting.setVisible(
        counts.substituting().value() > 0 || address.view() == View.SUBSTITUTING);
    delegated.count(counts.delegated());
    delegated.setVisible(counts.delegated().value() > 0 || address.view() == View.DELEGATED);
    saved.count();
  }

  private void search(String typed) {
    go.accept(address.withFilter(address.filter().words(typed.isEmpty() ? null : typed)));
  }

  private Button quiet(VaadinIcon icon, String textKey, Runnable action) {
    var button = new Button(icon.create(), clicked -> action.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(getTranslation(textKey));
    button.setTooltipText(getTranslation(textKey));
    return button;
  }

  /** Always in sight, so that a short list is not taken for little work. */
  private void setUpNarrowed() {
    narrowed.addClassName("narrowed");
    narrowedBy.getElement().setAttribute("role", "status");
    var clear =
        new Button(
            getTranslation("inbox.unfiltered"), clicked -> go.accept(FilterPanel.without(address)));
    clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    narrowed.add(narrowedBy, clear);
  }

  private void setUpToggle() {
    toggle.addThemeVariants(ButtonVariant.TERTIARY);
    toggle.setAriaLabel(getTranslation("inbox.filter"));
    toggle.setTooltipText(getTranslation("inbox.filter"));
    toggle.addClickListener(
        clicked -> {
          more.setVisible(!more.isVisible());
          toggle.getElement().setAttribute("aria-expanded", String.valueOf(more.isVisible()));
        });
  }

  /** One view of the inbox. */
  private final class Chip extends Button {
    private final View view;
    private final Due due;
    private final String name;

    Chip(View view, Due due, String textKey) {
      this.view = view;
      this.due = due;
      this.name = getTranslation(textKey);
      setText(name);
      addClassName("chip");
      addThemeVariants(ButtonVariant.SMALL);
      addClickListener(clicked -> go.accept(address.withView(view, due)));
    }

    void reflect() {
      var chosen =
          address.saved() == null
              && address.view() == view
              && (address.filter().due() == Due.OVERDUE) == (due == Due.OVERDUE);
      getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    }

    void count(CappedCount count) {
      setText(name + " " + Counts.text(count));
    }
  }
}
