package io.plumbline.shared.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule viewsKnowNoEngine =
      noClasses()
          .that()
          .resideInAPackage("..ui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.camunda..",
              "io.plumbline.*.process..",
              "io.plumbline.*.worker..",
              "io.plumbline.*.api..");

  @ArchTest
  static final ArchRule viewsDoNotTakeTheStepsOfAProcess =
      noClasses()
          .that()
          .resideInAPackage("..ui..")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Steps");

  @ArchTest
  static final ArchRule theFrameKnowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage("io.plumbline.shared.ui")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.plumbline.inbox..",
              "io.plumbline.procurement..",
              "io.plumbline.project..",
              "io.plumbline.operations..",
              "io.plumbline.messaging..");
}
