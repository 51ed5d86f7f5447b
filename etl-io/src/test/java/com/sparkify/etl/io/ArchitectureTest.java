package com.sparkify.etl.io;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

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
  static final ArchRule dataFlowsOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .optionalLayer("storage")
          .definedBy("..io.storage..")
          .optionalLayer("synthetic")
          .definedBy("..io.synthetic..")
          .optionalLayer("catalog")
          .definedBy("..io.catalog..")
          .layer("source")
          .definedBy("..io.source..")
          .optionalLayer("staging")
          .definedBy("..io.staging..")
          .layer("lake")
          .definedBy("..io.lake..")
          .optionalLayer("warehouse")
          .definedBy("..io.warehouse..")
          .whereLayer("storage")
          .mayNotAccessAnyLayer()
          .whereLayer("synthetic")
          .mayNotAccessAnyLayer()
          .whereLayer("synthetic")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("catalog")
          .mayNotAccessAnyLayer()
          .whereLayer("source")
          .mayOnlyAccessLayers("storage")
          .whereLayer("staging")
          .mayOnlyAccessLayers("storage", "source")
          .whereLayer("lake")
          .mayOnlyAccessLayers("storage", "catalog", "source", "staging")
          .whereLayer("warehouse")
          .mayOnlyAccessLayers("storage", "catalog", "staging", "lake")
          .ensureAllClassesAreContainedInArchitectureIgnoring("com.sparkify.etl.io");
}
