package com.sparkify.etl.runner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.sparkify.etl.runner",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule configEndsInTheLoader =
      noClasses()
          .that()
          .resideOutsideOfPackage("..runner.config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.typesafe.config..");

  @ArchTest
  static final ArchRule picocliStaysInTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("..runner.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule nothingInjectsTheInjector =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.sparkify.etl.runner")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.google.inject.Injector");

  @ArchTest
  static final ArchRule packagesHaveNoCycle =
      slices().matching("com.sparkify.etl.runner.(*)..").should().beFreeOfCycles();
}
