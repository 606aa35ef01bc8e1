package io.plumbline.shared.worker;

import io.plumbline.shared.Decisions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.dmn.DmnEngine;
import org.camunda.feel.impl.DefaultValueMapper;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The tables of {@code dmn/} on the class path, evaluated by the library that the engine itself
 * uses. Read once; a table that cannot be read fails the start, on a node of any role.
 */
@Component
class DmnDecisions implements Decisions {
  private static final String PATTERN = "classpath*:dmn/**/*.dmn";

  private final DmnEngine engine = new DmnEngine.Builder().build();

  /** Named, not looked up: what else lies on the class path must not change the answers' types. */
  private final ValueMapper values =
      new CompositeValueMapper(
          CollectionConverters.asScala(
                  List.<CustomValueMapper>of(new JavaValueMapper(), DefaultValueMapper.instance()))
              .toList());

  private final Map<String, DecisionTable> tables;

  DmnDecisions() throws IOException {
    this(PATTERN);
  }

  DmnDecisions(String pattern) throws IOException {
    var read = new HashMap<String, DecisionTable>();
    for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
      var table = DecisionTable.read(engine, file);
      for (var id : table.decisionIds()) {
        if (read.put(id, table) != null) {
          throw new IllegalStateException("Two files decide " + id + "; one of them is " + file);
        }
      }
    }
    tables = Map.copyOf(read);
  }

  @Override
  public Answer evaluate(String decisionId, Map<String, ? extends @Nullable Object> facts) {
    var table =
        Optional.ofNullable(tables.get(decisionId))
            .orElseThrow(() -> new DecisionUnanswered("There is no decision " + decisionId));
    var result = engine.eval(table.parsed(), decisionId, new HashMap<String, Object>(facts));
    if (result.isLeft()) {
      throw new DecisionUnanswered(
          decisionId + ": " + result.swap().toOption().get().failure().message());
    }
    return new Answer(outputs(decisionId, result.toOption().get().value()), table.version());
  }

  /** The engine answers in its own, in Scala's or in Java's types, by what it found to map them. */
  @Nullable Object plain(@Nullable Object found) {
    return values.unpackVal(found instanceof Val feel ? feel : values.toVal(found));
  }

  private Map<String, Object> outputs(String decisionId, @Nullable Object found) {
    var value = plain(found);
    if (value instanceof Map<?, ?> outputs && !outputs.isEmpty()) {
      return outputs.entrySet().stream()
          .filter(output -> output.getValue() != null)
          .collect(Collectors.toUnmodifiableMap(o -> o.getKey().toString(), Map.Entry::getValue));
    }
    throw new DecisionUnanswered(
        "%s: expected one rule with named outputs, found %s".formatted(decisionId, value));
  }
}
