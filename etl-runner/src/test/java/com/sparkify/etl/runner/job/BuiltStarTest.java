package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Kept;
import com.sparkify.etl.core.star.KeySet;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.StarInput;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.TestSpark;
import com.sparkify.etl.runner.report.CheckReport;
import com.sparkify.etl.runner.spark.Keeping;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class BuiltStarTest {
  private final SparkSession spark = TestSpark.session();

  @Test
  void whatIsWrittenAsPromisedBreaksNoPromise() {
    assertThat(broken(Counts.NONE, true)).isEmpty();
  }

  @Test
  void whatIsCountedOfRowsThatAreWrittenCountsThoughTheyKeepThePromiseWhenMadeAgain() {
    Counts moreStartTimes = Counts.of(KeySet.KEYS, 1);

    assertThat(broken(moreStartTimes, true))
        .containsExactly(
            new CheckReport(
                "songplays: start_time is a row of time",
                1,
                List.of("rows as they were written; made again they keep it")));
  }

  @Test
  void playsThatNobodyWritesAreNotWaitedFor() {
    assertThat(broken(Counts.of(KeySet.KEYS, 1), false)).isEmpty();
  }

  /** The checks that fail of tables without rows, of which {@code dimensions} is said. */
  private List<CheckReport> broken(Counts dimensions, boolean areWritten) {
    Dataset<Row> events = none(LogEvents.STAGED);
    StarSchema.Built built =
        StarSchema.built(
            StarInput.of(none(SongRecords.STAGED), events, events),
            Match.TITLE_ARTIST,
            TextRepair.AS_WRITTEN,
            Kept.NOWHERE,
            Runnable::run);
    Counting counted = new Counting(Map.of("all", CompletableFuture.completedFuture(dimensions)));
    try (Keeping keeping = Keeping.of(spark, 0, 0, table -> false);
        BuiltStar star =
            new BuiltStar(
                built.star(),
                new Gate(songplaysOf(built)),
                counted,
                new PlaysTally(built, counted, table -> 0, keeping, areWritten),
                keeping)) {
      if (areWritten) {
        star.rows(Songplays.TABLE, built.star().songplays()).collectAsList();
      }
      return star.counts().checks().stream().filter(check -> !check.holds()).toList();
    }
  }

  private static List<Check> songplaysOf(StarSchema.Built built) {
    return built.star().checks().stream()
        .filter(check -> check.promise().startsWith("songplays"))
        .toList();
  }

  private Dataset<Row> none(Table table) {
    return spark.createDataFrame(List.of(), table.schema());
  }
}
