package com.sparkify.etl.runner.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.TestSpark;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class SmallInputTest {
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private final SparkSession spark = TestSpark.session().newSession();

  @Test
  void plansAQueryOfFewRowsOnce() {
    SmallInput.fit(spark, 8_127);

    assertThat(spark.conf().get(ADAPTIVE)).isEqualTo("false");
  }

  @Test
  void leavesSparksOwnChoiceForManyRows() {
    SmallInput.fit(spark, 8_127);

    SmallInput.fit(spark, 10_000_000);

    assertThat(spark.conf().get(ADAPTIVE)).isEqualTo("true");
  }

  @Test
  void leavesWhatTheSessionWasOpenedWith() {
    SparkConf opened = new SparkConf(false).set(ADAPTIVE, "true");

    SmallInput.fit(spark.conf(), opened, 1);

    assertThat(spark.conf().get(ADAPTIVE)).isEqualTo("true");
    assertThat(spark.conf().get("spark.sql.codegen.wholeStage")).isEqualTo("false");
  }

  @Test
  void shufflesFewRowsIntoOnePartitionAndManyIntoThoseOfTheMachine() {
    SparkConf opened = new SparkConf(false).set(PARTITIONS, "8");

    SmallInput.fit(spark.conf(), opened, 1);
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo("1");

    SmallInput.fit(spark.conf(), opened, 10_000_000);
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo("8");

    SmallInput.fit(spark.conf(), new SparkConf(false).set(PARTITIONS, "5"), 1);
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo("8");
  }
}
