package io.plumbline.shared.worker;

import io.plumbline.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.springframework.core.io.Resource;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A file of decisions, parsed.
 *
 * @param version the first twelve hex digits of the file's SHA-256
 */
record DecisionTable(ParsedDmn parsed, String version) {
  private static final int VERSION_DIGITS = 12;

  static DecisionTable read(DmnEngine engine, Resource file) throws IOException {
    var content = file.getContentAsByteArray();
    var parsed = engine.parse(new ByteArrayInputStream(content));
    if (parsed.isLeft()) {
      throw new IllegalStateException(
          "%s cannot be used: %s".formatted(file, parsed.swap().toOption().get().message()));
    }
    var version = Sha256.hex(content).substring(0, VERSION_DIGITS);
    return new DecisionTable(parsed.toOption().get(), version);
  }

  Set<String> decisionIds() {
    return Set.copyOf(CollectionConverters.asJava(parsed.decisionsById()).keySet());
  }
}
