package com.sparkify.etl.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sparkify.etl.core.fixture.Computed;
import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Project;
import com.sparkify.etl.core.fixture.Spark;
import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Kept;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.StarInput;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.core.star.WatchedPlays;
import com.sparkify.etl.core.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The tables of the public sample of 71 songs and one month of events, as the contract has them.
 */
class KnownResultsTest {

  private static final Path DATA = Project.root().resolve("../shared/data").normalize();

  @BeforeAll
  static void theSampleIsThere() {
    assumeTrue(
        Files.isDirectory(DATA.resolve("song_data")),
        "The public sample is not in ../shared/data beside the project: known results not checked");
  }

  @Test
  void everyRecordIsAccepted() {
    assertThat(Sample.SONGS.collectAsList()).hasSize(71);
    assertThat(StagedRows.accepted(Sample.SONGS).collectAsList()).hasSize(71);
    assertThat(StagedRows.accepted(Sample.EVENTS).collectAsList()).hasSize(8_056);
    assertThat(Sample.EVENTS.collectAsList()).hasSize(8_056);
  }

  @Test
  void theTablesHaveTheirNumbersOfRows() {
    for (StarSchema star : List.of(Sample.AS_WRITTEN, Sample.REPAIRED)) {
      assertThat(star.songplays().collectAsList()).hasSize(6_820);
      assertThat(star.time().collectAsList()).hasSize(6_813);
      assertThat(star.songs().collectAsList()).hasSize(71);
      assertThat(star.artists().collectAsList()).hasSize(69);
      assertThat(star.users().collectAsList()).hasSize(97);
    }
  }

  @Test
  void listenersByLevel() {
    assertThat(most(Sample.REPAIRED.users(), Users.LEVEL.column(), 9))
        .containsExactly(RowFactory.create("free", 75L), RowFactory.create("paid", 22L));
  }

  @Test
  void onePlayMatchesAsWritten() {
    assertThat(matched(Sample.AS_WRITTEN))
        .containsExactly(RowFactory.create("Setanta matins", "Elena", 15L, "exact"));
    assertThat(
            Found.values(
                Sample.AS_WRITTEN.songplays().where(Songplays.SONG_ID.column().isNotNull()),
                Songplays.START_TIME))
        .containsExactly(Instant.ofEpochMilli(1_542_837_407_796L));
  }

  @Test
  void repairFindsNoMoreMatchesAmong71Songs() {
    assertThat(matched(Sample.REPAIRED)).isEqualTo(matched(Sample.AS_WRITTEN));
  }

  @Test
  void repairChanges326Plays() {
    WatchedPlays plays = Sample.READ.plays().watched(Map.of());
    assertThat(plays.rows().collectAsList()).hasSize(6_820);
    assertThat(plays.counts().repaired()).isEqualTo(326);
  }

  @Test
  void playsByLevel() {
    assertThat(most(Sample.REPAIRED.songplays(), Songplays.LEVEL.column(), 9))
        .containsExactly(RowFactory.create("paid", 5_591L), RowFactory.create("free", 1_229L));
  }

  @Test
  void playsByHour() {
    Dataset<Row> timed =
        Sample.REPAIRED.songplays().join(Sample.REPAIRED.time(), Time.START_TIME.name());

    assertThat(most(timed, Time.HOUR.column(), 3))
        .containsExactly(
            RowFactory.create(16, 542L), RowFactory.create(18, 498L), RowFactory.create(17, 494L));
  }

  @Test
  void topListenersAndTopLocation() {
    assertThat(most(Sample.REPAIRED.songplays(), Songplays.USER_ID.column(), 3))
        .containsExactly(
            RowFactory.create(49L, 689L),
            RowFactory.create(80L, 665L),
            RowFactory.create(97L, 557L));
    assertThat(most(Sample.REPAIRED.songplays(), Songplays.LOCATION.column(), 1))
        .containsExactly(RowFactory.create("San Francisco-Oakland-Hayward, CA", 691L));
  }

  @Test
  void allPromisesHold() {
    for (Check check : Sample.REPAIRED.checks()) {
      assertThat(check.violations().collectAsList()).as(check.promise()).isEmpty();
    }
    assertThat(Sample.READ.everyPlayIsKept().violations().collectAsList()).isEmpty();
  }

  private static List<Row> matched(StarSchema star) {
    return Found.in(
        star.songplays().where(Songplays.SONG_ID.column().isNotNull()),
        Songplays.HEARD_TITLE,
        Songplays.HEARD_ARTIST,
        Songplays.USER_ID,
        Songplays.MATCH);
  }

  private static List<Row> most(Dataset<Row> rows, Column by, int limit) {
    return rows.groupBy(by)
        .agg(count(lit(1)).as("rows"))
        .orderBy(col("rows").desc())
        .limit(limit)
        .collectAsList();
  }

  /** Read when it is first needed, and so never where it is absent. */
  private static final class Sample {
    static final Dataset<Row> SONGS = SongRecords.staged(read(SongRecords.RAW, "song_data"));
    static final Dataset<Row> EVENTS =
        Computed.once(LogEvents.staged(read(LogEvents.RAW, "log_data")));
    static final StarSchema AS_WRITTEN = computed(built(TextRepair.AS_WRITTEN));
    static final StarSchema.Built READ = built(TextRepair.DECODED);
    static final StarSchema REPAIRED = computed(READ);

    private static Dataset<Row> read(Table raw, String folder) {
      return Computed.once(
          Spark.session()
              .read()
              .schema(raw.schema())
              .option("recursiveFileLookup", true)
              .json(DATA.resolve(folder).toString()));
    }

    private static StarSchema.Built built(TextRepair repair) {
      return StarSchema.built(
          StarInput.of(SONGS, EVENTS, EVENTS),
          Match.TITLE_ARTIST,
          repair,
          Kept.NOWHERE,
          Runnable::run);
    }

    private static StarSchema computed(StarSchema.Built built) {
      return Spark.compiled(() -> Computed.once(built.star()));
    }
  }
}
