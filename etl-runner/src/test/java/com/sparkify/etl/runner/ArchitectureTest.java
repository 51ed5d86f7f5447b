package com.sparkify.etl.runner;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/**
 * Rules over the production classes of all modules, which the runner sees. A rule about the
 * runner's packages says who else may not, so it never holds for want of classes.
 */
@AnalyzeClasses(packages = "com.sparkify.etl", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** The package of Main alone, without those below it. */
  private static final String ENTRY = "com.sparkify.etl.runner";

  private static final String GOOGLE_INJECT = "com.google.inject.Inject";
  private static final String JAKARTA_INJECT = "jakarta.inject.Inject";

  @ArchTest
  static final ArchRule onlyConfigReadsConfiguration =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.sparkify.etl.runner.config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.typesafe.config..")
          .because("behind the loader, settings are records with real types");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.sparkify.etl.runner.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule packagesOfTheRunnerHaveNoCycle =
      slices().matching("com.sparkify.etl.runner.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyWiringKnowsGuice =
      noClasses()
          .that()
          .resideOutsideOfPackages(ENTRY, "com.sparkify.etl.runner.wiring..")
          .should()
          .dependOnClassesThat(
              describe(
                  "belong to Guice, but for @Inject",
                  type ->
                      type.getPackageName().startsWith("com.google.inject")
                          && !type.getName().equals(GOOGLE_INJECT)))
          .because("classes say what they need in their constructor; modules put them together");

  @ArchTest
  static final ArchRule onlyJobsAreInjected =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ENTRY, "com.sparkify.etl.runner.wiring..", "com.sparkify.etl.runner.job..")
          .should()
          .dependOnClassesThat(
              describe(
                  "mark what Guice injects",
                  type ->
                      type.getPackageName().equals("jakarta.inject")
                          || type.getName().equals(GOOGLE_INJECT)));

  @ArchTest
  static final ArchRule noMethodIsInjected =
      noMethods()
          .should()
          .beAnnotatedWith(JAKARTA_INJECT)
          .orShould()
          .beAnnotatedWith(GOOGLE_INJECT)
          .because("an object is whole when its constructor returns");

  @ArchTest
  static final ArchRule noFieldIsInjected =
      noFields()
          .should()
          .beAnnotatedWith(JAKARTA_INJECT)
          .orShould()
          .beAnnotatedWith(GOOGLE_INJECT)
          .because("an object is whole when its constructor returns");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(
              ".*(Utils?|Helpers?|Manager|Base|Impl)(\\$.*)?|.*[.$]Abstract[A-Z][^.$]*")
          .because("a name says what makes a class different");

  @ArchTest
  static final ArchRule dependsOnNoScalaCollection =
      noClasses()
          .should()
          .dependOnClassesThat(isScalaCollection())
          .orShould()
          .accessTargetWhere(
              describe(
                  "the target's signature has a Scala collection",
                  (JavaAccess<?> access) ->
                      access.getTarget() instanceof CodeUnitAccessTarget target
                          && Stream.concat(
                                  target.getRawParameterTypes().stream(),
                                  Stream.of(target.getRawReturnType()))
                              .anyMatch(isScalaCollection())))
          .because("such a link breaks between Scala 2.12 and 2.13; the same jar runs on both");

  @ArchTest
  static final ArchRule knowsNoInternals =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.sparkproject..",
              "org.apache.hadoop.shaded..",
              "org.apache.hadoop.thirdparty..",
              "shaded.parquet..",
              "org.apache.spark.sql.classic..",
              "org.apache.spark.sql.connect..",
              "java.util.logging..")
          .because("they differ between the Spark lines, or are another way of logging");

  private static DescribedPredicate<JavaClass> isScalaCollection() {
    return describe(
        "are Scala collections",
        type ->
            type.getPackageName().startsWith("scala.collection")
                || type.getPackageName().startsWith("scala.jdk"));
  }
}
