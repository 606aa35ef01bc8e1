package io.plumbline.inbox.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.Problem;
import io.plumbline.shared.ui.DraftTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One open task as its feature shows it. */
public interface TaskForm {

  /** The heading: what is to be decided, in the words of the business. */
  String title();

  /** What stands beside the number, such as the level. */
  default List<Component> badges() {
    return List.of();
  }

  /** What a person needs to know before deciding, and what there is to fill in. */
  Component content();

  /** The ways out, the likeliest first; only those the inbox allows are offered. */
  List<Choice> choices();

  /**
   * What was filled in beside the outcome.
   *
   * @return empty when something has to be corrected first; the fields say what
   */
  default Optional<Map<String, Object>> data(Choice choice) {
    return Optional.of(Map.of());
  }

  /** Shows refusals at their fields. Returns those that have none. */
  default List<Problem> showProblems(List<Problem> problems) {
    return problems;
  }

  /** Leads to where one comments on the subject of the task; empty when there is nothing. */
  default Optional<Runnable> comment() {
    return Optional.empty();
  }

  /** Brings back what was typed before and not sent, and keeps what is typed from now on. */
  default void keep(DraftTexts drafts) {}

  /** Draws anew what others may have changed, leaving alone what is being filled in. */
  default void refresh() {}

  /** Whether something is filled in that would be lost by leaving. */
  default boolean isDirty() {
    return false;
  }
}
