package io.plumbline.procurement.dialogue;

import io.plumbline.messaging.Analyst.Context;
import io.plumbline.messaging.Analyst.Field;
import io.plumbline.messaging.Analyst.Found;
import io.plumbline.procurement.Category;
import io.plumbline.project.ProjectRow;
import io.plumbline.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Says what was understood and what is missing. */
final class DraftWords {
  private static final int PROJECTS_NAMED = 6;
  private static final int LONGEST_FIGURE = 18;
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter OTHER_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

  private final RequestDraft draft;
  private final Context context;

  DraftWords(RequestDraft draft, Context context) {
    this.draft = draft;
    this.context = context;
  }

  /** "200 bags of cement, Tower B, materials, 4,500 SAR, by Thu 26 Nov": what is sure. */
  String summary() {
    var parts = new ArrayList<String>();
    if (draft.isSure(Field.ITEM)) {
      parts.add(item());
    }
    for (var field : List.of(Field.PROJECT, Field.CATEGORY, Field.AMOUNT)) {
      if (draft.isSure(field)) {
        parts.add(value(field));
      }
    }
    if (draft.isSure(Field.NEEDED_BY)) {
      parts.add(Texts.of("by", value(Field.NEEDED_BY)));
    }
    return String.join(", ", parts);
  }

  /** "Please tell me: the total amount in SAR and the project (Tower B?)." */
  String question() {
    var open = draft.open();
    var question = Texts.of("ask", Texts.list(open.stream().map(this::asked).toList(), "and"));
    var onlyDoubts = open.stream().allMatch(field -> draft.found(field) != null);
    return onlyDoubts ? Texts.of("confirm", question) : question;
  }

  String answer() {
    var summary = summary();
    return summary.isEmpty() ? question() : Texts.of("understood", summary, question());
  }

  private String asked(Field field) {
    var label = label(field);
    return draft.found(field) == null ? label : Texts.of("doubt", plain(field), value(field));
  }

  private String label(Field field) {
    return switch (field) {
      case CATEGORY -> Texts.of("ask.category", Texts.list(categories(), "or"));
      case PROJECT ->
          context.projects().isEmpty() || context.projects().size() > PROJECTS_NAMED
              ? plain(field)
              : Texts.of("ask.projectOf", Texts.list(projects(), "or"));
      default -> plain(field);
    };
  }

  private String plain(Field field) {
    return switch (field) {
      case ITEM -> Texts.of("ask.item");
      case QUANTITY -> Texts.of("ask.quantity");
      case AMOUNT -> Texts.of("ask.amount", context.currency());
      case PROJECT -> Texts.of("ask.project");
      case CATEGORY -> Texts.of("ask.category", Texts.list(categories(), "or"));
      case NEEDED_BY -> Texts.of("ask.neededBy");
    };
  }

  private String value(Field field) {
    var found = draft.found(field);
    return found == null ? "" : text(found);
  }

  private String text(Found<?> found) {
    return switch (found.value()) {
      case ProjectRow project -> project.name();
      case LocalDate day ->
          (day.getYear() == context.today().getYear() ? THIS_YEAR : OTHER_YEAR).format(day);
      case BigDecimal number when found == draft.amount() -> money(number);
      case BigDecimal number -> number.stripTrailingZeros().toPlainString();
      default -> found.value().toString();
    };
  }

  private String money(BigDecimal amount) {
    var code = draft.currency() == null ? context.currency() : draft.currency().value();
    var digits = Currency.getInstance(code).getDefaultFractionDigits();
    var minor = amount.movePointRight(digits).setScale(0, RoundingMode.HALF_UP);
    return minor.precision() > LONGEST_FIGURE
        ? amount.toPlainString() + " " + code
        : Money.of(minor.longValueExact(), code).text();
  }

  /** "200 bags of cement", "50 safety helmets", "plastering works". */
  private String item() {
    var name = draft.item() == null ? "" : draft.item().value();
    var unit = draft.unit() == null ? "pcs" : draft.unit().value();
    if (!draft.isSure(Field.QUANTITY) || unit.equals(RequestDraft.LOT)) {
      return name;
    }
    var number = value(Field.QUANTITY);
    return unit.equals("pcs")
        ? Texts.of("item.counted", number, name)
        : Texts.of("item.measured", number, unit, name);
  }

  private List<String> projects() {
    return context.projects().stream().map(ProjectRow::name).toList();
  }

  private static List<String> categories() {
    return Arrays.stream(Category.values()).map(Category::key).toList();
  }
}
