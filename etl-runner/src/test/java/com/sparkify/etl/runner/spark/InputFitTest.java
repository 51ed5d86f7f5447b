package com.sparkify.etl.runner.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.TestSpark;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class InputFitTest {
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";

  private final SparkSession spark = TestSpark.session().newSession();

  @Test
  void plansAQueryOfFewRowsOnce() {
    InputFit.fit(spark, 8_127);

    assertThat(spark.conf().get(ADAPTIVE)).isEqualTo("false");
    assertThat(spark.conf().get(WHOLE_STAGE)).isEqualTo("false");
  }

  @Test
  void leavesSparksOwnChoiceForManyRows() {
    InputFit.fit(spark, 8_127);

    InputFit.fit(spark, 10_000_000);

    assertThat(spark.conf().get(ADAPTIVE)).isEqualTo("true");
    assertThat(spark.conf().get(WHOLE_STAGE)).isEqualTo("true");
  }

  @Test
  void compilesAQueryOfSomeRowsAndPlansItOnce() {
    InputFit.fit(spark, 8_127);

    InputFit.fit(spark, 10_000_000, 400_000);

    assertThat(spark.conf().get(ADAPTIVE)).isEqualTo("false");
    assertThat(spark.conf().get(WHOLE_STAGE)).isEqualTo("true");
  }

  @Test
  void leavesWhatTheSessionWasOpenedWith() {
    SparkConf opened = new SparkConf(false).set(ADAPTIVE, "true");

    InputFit.fit(spark.conf(), opened, InputFit.few());

    assertThat(spark.conf().get(ADAPTIVE)).isEqualTo("true");
    assertThat(spark.conf().get(WHOLE_STAGE)).isEqualTo("false");
  }

  @Test
  void shufflesFewRowsIntoOnePartitionSomeIntoOneACoreAndManyIntoThoseOfTheMachine() {
    SparkConf opened = new SparkConf(false).set(PARTITIONS, "8");

    InputFit.fit(spark.conf(), opened, InputFit.few());
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo("1");

    InputFit.fit(spark.conf(), opened, InputFit.some(3));
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo("3");

    InputFit.fit(spark.conf(), opened, Map.of());
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo("8");

    InputFit.fit(spark.conf(), new SparkConf(false).set(PARTITIONS, "5"), InputFit.few());
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo("8");
  }
}
