package io.plumbline.operations.ui;

import com.vaadin.flow.router.QueryParameters;
import io.plumbline.operations.InstanceQuery;
import io.plumbline.shared.PageRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which instances are listed, as it stands in the address bar. */
record OperationsAddress(
    @Nullable String number,
    @Nullable String process,
    @Nullable String state,
    boolean incidentsOnly) {
  static final OperationsAddress START = new OperationsAddress(null, null, null, false);
  static final List<String> STATES = List.of("ACTIVE", "COMPLETED", "TERMINATED");

  static OperationsAddress of(QueryParameters parameters) {
    return new OperationsAddress(
        parameters.getSingleParameter("number").orElse(null),
        parameters.getSingleParameter("process").orElse(null),
        parameters.getSingleParameter("state").filter(STATES::contains).orElse(null),
        parameters.getSingleParameter("incidents").isPresent());
  }

  QueryParameters toParameters() {
    Map<String, List<String>> given = new LinkedHashMap<>();
    put(given, "number", number);
    put(given, "process", process);
    put(given, "state", state);
    put(given, "incidents", incidentsOnly ? "" : null);
    return new QueryParameters(given);
  }

  InstanceQuery query(PageRequest page) {
    return new InstanceQuery(number, process, state, incidentsOnly, page);
  }

  private static void put(Map<String, List<String>> given, String name, @Nullable String value) {
    if (value != null) {
      given.put(name, List.of(value));
    }
  }
}
