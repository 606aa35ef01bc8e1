package io.plumbline.shared.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import io.plumbline.shared.Problem;
import io.plumbline.shared.ProblemTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts each broken rule at its field, in a full sentence, and the focus on the first one. */
public class FieldErrors {
  private final Map<String, HasValidation> fields = new LinkedHashMap<>();

  /** {@code name} as in the input record: {@code neededBy}, {@code lines[0].quantity}. */
  public FieldErrors at(String name, HasValidation field) {
    fields.put(name, field);
    return this;
  }

  /** Returns the problems that belong to none of the fields. */
  public List<Problem> show(List<Problem> problems) {
    fields.values().forEach(field -> field.setInvalid(false));
    var unplaced = new ArrayList<Problem>();
    for (var problem : problems) {
      var field = problem.field() == null ? null : fields.get(problem.field());
      if (field == null) {
        unplaced.add(problem);
      } else if (!field.isInvalid()) {
        field.setErrorMessage(sentence(problem));
        field.setInvalid(true);
      }
    }
    fields.values().forEach(FieldErrors::keepUnreadable);
    fields.values().stream()
        .filter(HasValidation::isInvalid)
        .findFirst()
        .filter(Focusable.class::isInstance)
        .ifPresent(first -> ((Focusable<?>) first).focus());
    return unplaced;
  }

  /** Something was typed there: that it is missing would be no help. */
  private static void keepUnreadable(HasValidation field) {
    if (field instanceof DayField day && day.isUnreadable()) {
      day.setErrorMessage(day.getTranslation("day.unreadable"));
      day.setInvalid(true);
    }
  }

  public static String sentence(Problem problem) {
    return ProblemTexts.sentence(problem, Locale.ENGLISH);
  }
}
