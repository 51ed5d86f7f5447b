package com.sparkify.etl.io;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.sparkify.etl.io",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule knowsNeitherWiringNorConfiguration =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.google.inject..",
              "jakarta.inject..",
              "com.typesafe.config..",
              "picocli..",
              "com.sparkify.etl.runner..")
          .because("io takes what it needs as parameters; the runner wires and configures it");

  @ArchTest
  static final ArchRule formatsDoNotKnowOneAnother =
      slices().matching("..io.lake.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule theLakeDoesNotKnowItsFormats =
      noClasses()
          .that()
          .resideOutsideOfPackage("..io.lake.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..io.lake.*..")
          .because("only who opens a lake knows its format");

  @ArchTest
  static final ArchRule dataFlowsOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("storage")
          .definedBy("..io.storage..")
          .layer("synthetic")
          .definedBy("..io.synthetic..")
          .layer("source")
          .definedBy("..io.source..")
          .layer("staging")
          .definedBy("..io.staging..")
          .layer("lake")
          .definedBy("..io.lake..")
          .layer("catalog")
          .definedBy("..io.catalog..")
          .layer("warehouse")
          .definedBy("..io.warehouse..")
          .whereLayer("storage")
          .mayNotAccessAnyLayer()
          .whereLayer("synthetic")
          .mayNotAccessAnyLayer()
          .whereLayer("synthetic")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("source")
          .mayOnlyAccessLayers("storage")
          .whereLayer("staging")
          .mayOnlyAccessLayers("storage", "source")
          .whereLayer("lake")
          .mayOnlyAccessLayers("storage", "source", "staging")
          .whereLayer("catalog")
          .mayOnlyAccessLayers("storage")
          .whereLayer("warehouse")
          .mayOnlyAccessLayers("lake", "catalog")
          .ensureAllClassesAreContainedInArchitectureIgnoring("com.sparkify.etl.io");
}
