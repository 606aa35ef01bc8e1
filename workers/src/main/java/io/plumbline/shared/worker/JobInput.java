package io.plumbline.shared.worker;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a worker's input record from a job's variables: all that is required, and nothing else. */
final class JobInput<I extends Record> {
  private static final String TENANT = "tenantId";
  private static final String INSTANCE = "processInstanceKey";

  private final Class<I> type;
  private final JsonMapper json;

  private JobInput(Class<I> type, JsonMapper json) {
    this.type = type;
    this.json = json;
  }

  @SuppressWarnings("unchecked") // Worker's first type argument is I
  static <I extends Record> JobInput<I> of(Worker<I, ?> worker, JsonMapper json) {
    var type = ResolvableType.forInstance(worker).as(Worker.class).getGeneric(0).resolve();
    if (type == null || !type.isRecord()) {
      throw new IllegalStateException(
          worker.getClass().getName() + " must name a record as its input");
    }
    return new JobInput<>((Class<I>) type, json);
  }

  /** Names of the variables to fetch. */
  List<String> variables() {
    var names = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    return Stream.concat(Stream.of(TENANT), names)
        .filter(name -> !name.equals(INSTANCE))
        .distinct()
        .toList();
  }

  ObjectNode variables(Job job) {
    var variables = (ObjectNode) json.readTree(job.variables());
    return variables.put(INSTANCE, job.processInstanceKey());
  }

  UUID tenant(ObjectNode variables) {
    require(List.of(TENANT), variables);
    return json.convertValue(variables.get(TENANT), UUID.class);
  }

  I read(ObjectNode variables) {
    var required = new ArrayList<String>();
    for (var component : type.getRecordComponents()) {
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
    }
    require(required, variables);
    var names = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    return json.treeToValue(variables.retain(names), type);
  }

  private static void require(List<String> names, ObjectNode variables) {
    var missing = names.stream().filter(name -> isMissing(variables.get(name))).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("Required variables are missing or null: " + missing);
    }
  }

  private static boolean isMissing(@Nullable JsonNode value) {
    return value == null || value.isNull();
  }
}
