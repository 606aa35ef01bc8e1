package io.plumbline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.plumbline.inbox.TaskKind;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** What core may know, and which feature may know which. */
@AnalyzeClasses(
    packages = "io.plumbline",
    importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ArchitectureTest {
  @ArchTest
  static final ArchRule coreKnowsNoEngineNoUiNoProvider =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.camunda..",
              "com.vaadin..",
              "com.twilio..",
              "jakarta.mail..",
              "jakarta.servlet..",
              "org.springframework.web..",
              "org.springframework.security.core..",
              "com.github.kagkarlsson..");

  @ArchTest
  static final ArchRule featuresAreFreeOfCycles =
      slices().matching("io.plumbline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule inboxKnowsNoFeatureWithTasks =
      noClasses()
          .that()
          .resideInAPackage("io.plumbline.inbox..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.plumbline..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "io.plumbline.inbox..",
                              "io.plumbline.draft..",
                              "io.plumbline.identity..",
                              "io.plumbline.shared.."))));

  @ArchTest
  static final ArchRule draftsKnowNothingOfWhatTheyKeep =
      noClasses()
          .that()
          .resideInAPackage("io.plumbline.draft..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.plumbline..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "io.plumbline.draft..",
                              "io.plumbline.identity..",
                              "io.plumbline.shared.."))));

  @ArchTest
  static final ArchRule sharedKnowsNothingOfOurs =
      classes()
          .that()
          .resideInAPackage("io.plumbline.shared..")
          .should()
          .onlyDependOnClassesThat(
              not(resideInAnyPackage("io.plumbline.."))
                  .or(resideInAnyPackage("io.plumbline.shared..")));

  @ArchTest
  static final ArchRule entitiesStayInTheirPackage =
      classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule taskKindsStayInTheirPackage =
      classes().that().implement(TaskKind.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule timeAndIdsAreInjected =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(UUID.class, "randomUUID");

  @Test
  void shouldBeModular() {
    ApplicationModules.of("io.plumbline", new DoNotIncludeTests()).verify();
  }
}
