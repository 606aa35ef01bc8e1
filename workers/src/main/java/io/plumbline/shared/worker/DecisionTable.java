package io.plumbline.shared.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    return new DecisionTable(parsed.toOption().get(), version(content));
  }

  Set<String> decisionIds() {
    return Set.copyOf(CollectionConverters.asJava(parsed.decisionsById()).keySet());
  }

  private static String version(byte[] content) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
