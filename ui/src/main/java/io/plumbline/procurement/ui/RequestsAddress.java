package io.plumbline.procurement.ui;

import com.vaadin.flow.router.QueryParameters;
import io.plumbline.procurement.PurchaseRequestFilter;
import io.plumbline.procurement.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which requests are listed, as it stands in the address bar. */
record RequestsAddress(boolean mineOnly, @Nullable Status status, @Nullable String words) {
  static final RequestsAddress START = new RequestsAddress(true, null, null);
  private static final String ALL = "all";

  static RequestsAddress of(QueryParameters parameters) {
    var status = parameters.getSingleParameter("status").orElse("");
    return new RequestsAddress(
        !ALL.equals(parameters.getSingleParameter("show").orElse("")),
        Arrays.stream(Status.values())
            .filter(each -> lower(each).equals(status))
            .findFirst()
            .orElse(null),
        parameters.getSingleParameter("q").orElse(null));
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
    return new QueryParameters(given);
  }

  PurchaseRequestFilter filter() {
    return new PurchaseRequestFilter(mineOnly, status, null, words);
  }

  private static String lower(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
