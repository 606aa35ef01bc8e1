package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plumbline.messaging.Analyst.Context;
import io.plumbline.messaging.Analyst.Field;
import io.plumbline.messaging.Analyst.Found;
import io.plumbline.messaging.Analyst.UnderstoodRequest;
import io.plumbline.project.ProjectId;
import io.plumbline.project.ProjectRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAnalystTest {
  private static final double SURE = 0.75;
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final List<ProjectRow> PROJECTS =
      List.of(
          project("TWR-B", "Tower B"),
          project("VIL-7", "Villa 7"),
          project("CLN-S", "Clinic South"));

  private final LocalAnalyst analyst = new LocalAnalyst();

  static Stream<Arguments> messages() throws IOException {
    try (var in = LocalAnalystTest.class.getResourceAsStream("messages.csv")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" \\| ", 2))
              .map(parts -> Arguments.of(parts[0].replace("\\n", "\n"), parts[1]))
              .toList()
              .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void shouldUnderstandWhatPeopleWrite(String text, String expected) {
    assertThat(summary(analyst.understand(text, context(Set.of())))).isEqualTo(expected.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4500                  | AMOUNT    | 4500
          about 4.5k            | AMOUNT    | 4500
          SAR 4,500.00          | AMOUNT    | 4500
          it will be 4500 total | AMOUNT    | 4500
          four                  | QUANTITY  | 4
          200                   | QUANTITY  | 200
          200 bags              | QUANTITY  | 200
          Tower B               | PROJECT   | Tower B
          the clinic            | PROJECT   | Clinic South
          twr b pls             | PROJECT   | Tower B
          materials             | CATEGORY  | materials
          Service               | CATEGORY  | services
          office I think        | CATEGORY  | office
          26/11                 | NEEDED_BY | 2026-11-26
          thu                   | NEEDED_BY | 2026-11-26
          tomorrow              | NEEDED_BY | 2026-11-21
          white cement          | ITEM      | white cement
          """)
  void shouldTakeBareAnswerForWhatWasAsked(String answer, Field field, String value) {
    var understood = analyst.understand(answer, context(Set.of(field)));
    assertThat(text(field, understood)).isEqualTo(value);
  }

  @Test
  void shouldTakeSeveralAnswersAtOnce() {
    var understood =
        analyst.understand("4500, Tower B", context(Set.of(Field.AMOUNT, Field.PROJECT)));
    assertThat(text(Field.AMOUNT, understood)).isEqualTo("4500");
    assertThat(text(Field.PROJECT, understood)).isEqualTo("Tower B");
  }

  @Test
  void shouldTellEvidence() {
    var understood =
        analyst.understand(
            "Need 200 bags of cement for Tower B by Thursday, about 4500", context(Set.of()));
    assertThat(there(understood.project()).evidence()).isEqualTo("Tower B");
    assertThat(there(understood.neededBy()).evidence()).isEqualTo("by Thursday");
    assertThat(there(understood.amount()).evidence()).isEqualTo("about 4500");
  }

  @Test
  void shouldTakeTheOnlyProjectWhenNoneIsNamed() {
    var one = new Context(List.of(PROJECTS.getFirst()), FRIDAY, "SAR", Locale.ENGLISH, Set.of());
    assertThat(there(analyst.understand("Need 200 bags of cement", one).project()).value().name())
        .isEqualTo("Tower B");
    assertThat(analyst.understand("Need 200 bags of cement for Tower C", one).project()).isNull();
  }

  @Test
  void shouldDoubtProjectThatCouldBeTwo() {
    var towers =
        new Context(
            List.of(project("T-A", "Tower A"), project("T-B", "Tower B")),
            FRIDAY,
            "SAR",
            Locale.ENGLISH,
            Set.of());
    assertThat(
            there(analyst.understand("Need 5 doors for the tower", towers).project()).confidence())
        .isLessThan(SURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u202E\u202C",
        "🏗️",
        "-",
        "||||",
        "1/1/1/1/1",
        "99/99/9999",
        "31.02.2027",
        "by by by by",
        "€€€ 12,,..34",
        "need need need 1 1 1 of of of",
        "((((((((((((((((((((",
        "\\E\\Q.*+?",
        "in 999 months by 999 weeks"
      })
  void shouldSurviveAnything(String text) {
    assertThatCode(() -> analyst.understand(text, context(Set.of()))).doesNotThrowAnyException();
    assertThatCode(() -> analyst.understand(text, context(Set.of(Field.values()))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ", "1 ", "9", "need 1 bag ", "x x", ",.", "by ", "أ "})
  void shouldBeQuickWithLongTexts(String part) {
    var text = part.repeat(1_600 / part.length());
    var begun = System.nanoTime();
    analyst.understand(text, context(Set.of()));
    assertThat(System.nanoTime() - begun).isLessThan(3_000_000_000L);
  }

  private static <T> Found<T> there(@Nullable Found<T> found) {
    return Objects.requireNonNull(found);
  }

  private static String summary(UnderstoodRequest found) {
    return Stream.of(
            found.item(),
            found.quantity(),
            found.unit(),
            found.amount(),
            found.currency(),
            found.project(),
            found.category(),
            found.neededBy())
        .map(LocalAnalystTest::text)
        .collect(java.util.stream.Collectors.joining(" | "));
  }

  private static @Nullable String text(Field field, UnderstoodRequest found) {
    return text(
        switch (field) {
          case ITEM -> found.item();
          case QUANTITY -> found.quantity();
          case AMOUNT -> found.amount();
          case PROJECT -> found.project();
          case CATEGORY -> found.category();
          case NEEDED_BY -> found.neededBy();
        });
  }

  private static String text(@Nullable Found<?> found) {
    if (found == null) {
      return "-";
    }
    var value =
        switch (found.value()) {
          case BigDecimal number -> number.stripTrailingZeros().toPlainString();
          case ProjectRow project -> project.name();
          default -> found.value().toString();
        };
    return found.confidence() < SURE ? "?" + value : value;
  }

  private static Context context(Set<Field> expected) {
    return new Context(PROJECTS, FRIDAY, "SAR", Locale.ENGLISH, expected);
  }

  private static ProjectRow project(String code, String name) {
    return new ProjectRow(
        new ProjectId(UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8))), code, name);
  }
}
