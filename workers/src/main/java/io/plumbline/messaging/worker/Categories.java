package io.plumbline.messaging.worker;

import io.plumbline.messaging.Analyst.Found;
import io.plumbline.procurement.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Guesses the category from the words of the item; the last telling word is the thing itself. */
final class Categories {
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();
  private static final Pattern WORD = Pattern.compile("[\\p{L}]+");

  private static final Map<Category, Set<String>> WORDS =
      Map.of(
          Category.MATERIALS,
          words(
              "cement sand steel rebar bar block brick concrete pipe cable paint tile timber plywood gypsum drywall plasterboard insulation glass door window nail screw bolt anchor wire gravel asphalt adhesive sealant silicone valve fitting sanitary aggregate mortar formwork primer grout plaster membrane bitumen lumber wood beam mesh marble granite ceramic hinge handle lock socket switch conduit duct tap faucet basin sink toilet lamp light bulb fixture rod angle channel putty thinner epoxy geotextile manhole cover curb kerbstone interlock tarpaulin diesel c40 c30"),
          Category.EQUIPMENT,
          words(
              "excavator crane generator pump drill compressor scaffold scaffolding mixer forklift loader welder hammer ladder tool level vibrator grinder saw bulldozer roller telehandler jackhammer cutter hoist trolley wheelbarrow shovel helmet glove vest boot harness goggle ppe theodolite extinguisher heater fan container"),
          Category.SUBCONTRACT,
          words(
              "subcontract subcontractor installation works labour labor labourer manpower excavation plastering painting masonry waterproofing demolition earthworks electrician plumber mason crew"),
          Category.SERVICES,
          words(
              "survey inspection testing test cleaning transport transportation shipping consultancy consultant design security maintenance service repair calibration audit training pest waste disposal skip catering"),
          Category.OFFICE,
          words(
              "paper toner printer laptop chair desk stationery pen coffee monitor cartridge notebook folder stapler whiteboard projector keyboard mouse phone tablet envelope a4 marker computer tea"));

  private Categories() {}

  /** Named by the person, as an answer or after "category". */
  static @Nullable Found<String> named(Reading reading, boolean expected) {
    var prefix = expected ? "\\b" : "\\bcategory\\W{1,3}";
    return Arrays.stream(Category.values())
        .flatMap(category -> named(reading, prefix, category).stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<Found<String>> named(Reading reading, String prefix, Category category) {
    var stem = category.key().replaceAll("s$", "");
    var pattern =
        Pattern.compile(prefix + "(?:" + stem + "(?:s|ing|ed|or)?)\\b", Pattern.CASE_INSENSITIVE);
    return reading
        .first(pattern, m -> true)
        .map(m -> new Found<>(category.key(), 0.97, reading.take(m.start(), m.end())));
  }

  static @Nullable Found<String> guess(@Nullable Found<String> item) {
    if (item == null) {
      return null;
    }
    var words =
        WORD.matcher(item.value().toLowerCase(Locale.ROOT)).results().map(m -> m.group()).toList();
    for (var word : words.reversed()) {
      var found = byWord(word);
      if (found != null) {
        return new Found<>(found.key(), surely(word, words) ? 0.9 : 0.8, word);
      }
    }
    return null;
  }

  private static boolean surely(String word, List<String> words) {
    return WORDS.values().stream().anyMatch(known -> known.contains(singular(word)))
        && words.size() <= 4;
  }

  private static @Nullable Category byWord(String word) {
    return find(word, (known, wanted) -> known.equals(wanted))
        .or(() -> find(word, Categories::isTypo))
        .orElse(null);
  }

  private static Optional<Category> find(
      String word, java.util.function.BiPredicate<String, String> same) {
    return Arrays.stream(Category.values())
        .filter(
            category ->
                WORDS.getOrDefault(category, Set.of()).stream()
                    .anyMatch(known -> same.test(known, word) || same.test(known, singular(word))))
        .findFirst();
  }

  private static boolean isTypo(String known, String word) {
    return known.length() >= 5
        && word.length() >= 4
        && DISTANCE.apply(known, word) <= (known.length() >= 8 ? 2 : 1);
  }

  private static String singular(String word) {
    if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes")) {
      return word.substring(0, word.length() - 2);
    }
    return word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }
}
