package com.sparkify.etl.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;

@AnalyzeClasses(
    packages = "com.sparkify.etl.core",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** What computes, keeps or writes rows, or leads away from the description of them. */
  private static final Set<String> ACTIONS =
      Set.of(
          "cache",
          "checkpoint",
          "collect",
          "collectAsList",
          "count",
          "createGlobalTempView",
          "createOrReplaceGlobalTempView",
          "createOrReplaceTempView",
          "createTempView",
          "explain",
          "first",
          "foreach",
          "foreachPartition",
          "head",
          "inputFiles",
          "isEmpty",
          "javaRDD",
          "localCheckpoint",
          "mergeInto",
          "persist",
          "queryExecution",
          "rdd",
          "reduce",
          "show",
          "sparkSession",
          "sqlContext",
          "tail",
          "take",
          "takeAsList",
          "toJavaRDD",
          "toLocalIterator",
          "unpersist",
          "write",
          "writeStream",
          "writeTo");

  @ArchTest
  static final ArchRule runsNoSparkAction =
      noClasses()
          .should()
          .accessTargetWhere(
              describe(
                  "the target is an action of Dataset",
                  (JavaAccess<?> access) ->
                      access.getTargetOwner().isAssignableTo(Dataset.class)
                          && ACTIONS.contains(access.getName())))
          .because("core only describes rows; the runner decides when they are computed");

  @ArchTest
  static final ArchRule opensNoSession =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              SparkSession.class,
              SQLContext.class,
              SparkContext.class,
              JavaSparkContext.class,
              RDD.class,
              DataFrameReader.class,
              DataFrameWriter.class,
              DataFrameWriterV2.class)
          .because("core is given rows and gives rows back; reading and writing is etl-io's part");

  @ArchTest
  static final ArchRule knowsNoSparkInternals =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark.sql.catalyst..",
              "org.apache.spark.sql.classic..",
              "org.apache.spark.sql.connect..",
              "org.apache.spark.sql.execution..",
              "org.apache.spark.sql.internal..")
          .because("internals differ between the Spark lines on which the same jar runs");

  @ArchTest
  static final ArchRule dataFlowsOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("table")
          .definedBy("..core.table..")
          .layer("column")
          .definedBy("..core.column..")
          .layer("source")
          .definedBy("..core.source..")
          .layer("quality")
          .definedBy("..core.quality..")
          .layer("star")
          .definedBy("..core.star..")
          .layer("analytics")
          .definedBy("..core.analytics..")
          .whereLayer("table")
          .mayNotAccessAnyLayer()
          .whereLayer("column")
          .mayNotAccessAnyLayer()
          .whereLayer("source")
          .mayOnlyAccessLayers("table", "column")
          .whereLayer("quality")
          .mayOnlyAccessLayers("table")
          .whereLayer("star")
          .mayOnlyAccessLayers("table", "column", "source", "quality")
          .whereLayer("star")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("analytics")
          .mayNotAccessAnyLayer()
          .whereLayer("analytics")
          .mayNotBeAccessedByAnyLayer()
          .ensureAllClassesAreContainedInArchitectureIgnoring("com.sparkify.etl.core");
}
