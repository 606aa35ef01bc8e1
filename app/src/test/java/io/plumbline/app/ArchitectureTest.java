package io.plumbline.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house, over all its modules. */
@AnalyzeClasses(packages = "io.plumbline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PROCESSES = {"io.plumbline.*.process.."};
  private static final String[] WORKERS = {"io.plumbline.*.worker.."};
  private static final String[] EDGES = {"io.plumbline.*.ui..", "io.plumbline.*.api.."};

  /** What is named here is no core; every new feature is, without being named. */
  private static final String[] NOT_CORE = {
    "io.plumbline.*.process..",
    "io.plumbline.*.worker..",
    "io.plumbline.*.ui..",
    "io.plumbline.*.api..",
    "io.plumbline.app..",
    "io.plumbline.bench..",
    "io.plumbline.exporter..",
    "io.plumbline.local.."
  };

  @ArchTest
  static final ArchRule nobodyDependsOnTheApplication =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.plumbline.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.plumbline.app..");

  @ArchTest
  static final ArchRule edgesNeverTalkToTheEngine =
      noClasses()
          .that()
          .resideInAnyPackage(EDGES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.plumbline.*.process..", "io.plumbline.*.worker..", "io.camunda..");

  @ArchTest
  static final ArchRule coreKnowsNoEngineAndNoEdge =
      noClasses()
          .that()
          .resideInAPackage("io.plumbline..")
          .and()
          .resideOutsideOfPackages(NOT_CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.camunda..",
              "com.vaadin..",
              "com.twilio..",
              "com.github.kagkarlsson..",
              "io.plumbline.*.process..",
              "io.plumbline.*.worker..",
              "io.plumbline.*.ui..",
              "io.plumbline.*.api..");

  @ArchTest
  static final ArchRule processesKnowNoWorkers =
      noClasses()
          .that()
          .resideInAnyPackage(PROCESSES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.plumbline.*.worker..", "io.plumbline.*.ui..", "io.plumbline.*.api..");

  @ArchTest
  static final ArchRule workersKnowNoEdge =
      noClasses()
          .that()
          .resideInAnyPackage(WORKERS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EDGES);

  @ArchTest
  static final ArchRule stepsAreForWorkersOnly =
      classes()
          .that()
          .haveSimpleNameEndingWith("Steps")
          .and()
          .resideInAPackage("io.plumbline..")
          .should()
          .onlyBeAccessed()
          .byClassesThat()
          .resideInAnyPackage(
              "io.plumbline.procurement", "io.plumbline.messaging", "io.plumbline.*.worker..");

  @ArchTest
  static final ArchRule oneGatewaySpeaksToTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.plumbline.shared.process..",
              "io.plumbline.shared.worker..",
              "io.plumbline.exporter..",
              "io.plumbline.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.camunda..");

  @ArchTest
  static final ArchRule inboxKnowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage("io.plumbline.inbox..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.plumbline..")
                  .and(
                      resideOutsideOfPackages(
                          "io.plumbline.inbox..",
                          "io.plumbline.shared..",
                          "io.plumbline.identity..",
                          "io.plumbline.draft..",
                          "io.plumbline.project..")));
}
