package io.plumbline.procurement.ui;

import com.vaadin.flow.router.QueryParameters;
import io.plumbline.procurement.Category;
import io.plumbline.procurement.PurchaseRequestFilter;
import io.plumbline.procurement.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which requests are listed, as it stands in the address bar. */
record RequestsAddress(
    boolean mineOnly,
    @Nullable Status status,
    @Nullable String words,
    @Nullable UUID project,
    @Nullable String category) {
  static final RequestsAddress START = new RequestsAddress(true, null, null, null, null);
  private static final String ALL = "all";

  static RequestsAddress of(QueryParameters parameters) {
    var status = parameters.getSingleParameter("status").orElse("");
    return new RequestsAddress(
        !ALL.equals(parameters.getSingleParameter("show").orElse("")),
        Arrays.stream(Status.values())
            .filter(each -> lower(each).equals(status))
            .findFirst()
            .orElse(null),
        parameters.getSingleParameter("q").orElse(null),
        parameters.getSingleParameter("project").map(RequestsAddress::uuid).orElse(null),
        parameters
            .getSingleParameter("category")
            .flatMap(Category::ofKey)
            .map(Category::key)
            .orElse(null));
  }

  QueryParameters toParameters() {
    Map<String, List<String>> given = new LinkedHashMap<>();
    if (!mineOnly) {
      given.put("show", List.of(ALL));
    }
    if (status != null) {
      given.put("status", List.of(lower(status)));
    }
    if (words != null) {
      given.put("q", List.of(words));
    }
    if (project != null) {
      given.put("project", List.of(project.toString()));
    }
    if (category != null) {
      given.put("category", List.of(category));
    }
    return new QueryParameters(given);
  }

  PurchaseRequestFilter filter() {
    return new PurchaseRequestFilter(mineOnly, status, project, words, category);
  }

  private static String lower(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }
}
