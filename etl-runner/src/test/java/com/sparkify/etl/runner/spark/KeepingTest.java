package com.sparkify.etl.runner.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingTest {
  private final SparkSession spark = TestSpark.session().newSession();

  @ParameterizedTest
  @ValueSource(longs = {10, 10_000_000})
  void playsStayInOrderBesideSongsHoweverManySparkTakesThemFor(long rowsOfInput) {
    spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
    spark.conf().set("spark.sql.adaptive.enabled", "false");
    try (Keeping keeping = Keeping.of(spark, rowsOfInput, 10, table -> false)) {
      Dataset<Row> plays = spark.range(5).toDF("id").sortWithinPartitions("id");
      Dataset<Row> songs = keeping.few(spark.range(10).toDF("id"));

      assertThat(keeping.spreadsPlays()).isTrue();
      assertThat(plays.join(songs, "id").queryExecution().executedPlan().toString())
          .contains("BroadcastHashJoin")
          .doesNotContain("SortMergeJoin");
    }
  }
}
