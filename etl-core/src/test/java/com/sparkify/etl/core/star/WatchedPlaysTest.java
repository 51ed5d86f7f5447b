package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static com.sparkify.etl.core.fixture.RawRecord.song;
import static com.sparkify.etl.core.fixture.RawRecord.visit;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.quality.Profile;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class WatchedPlaysTest {
  private static final Reference LISTENER =
      new Reference(Songplays.TABLE, Songplays.USER_ID, Users.TABLE);

  private static final long DECEMBER = Instant.parse("2018-12-01T00:00:00Z").toEpochMilli();

  private static final Dataset<Row> EVENTS =
      Given.events(
          play(),
          play().with(LogEvents.LEVEL, "paid"),
          play().with(LogEvents.USER_ID, "11").with(LogEvents.ARTIST, "Bj\u00c3\u00b6rk"),
          play().with(LogEvents.TS, DECEMBER),
          visit());

  @Test
  void countsWhatIsRead() {
    WatchedPlays plays = watched(EVENTS, Map.of());
    assertThat(plays.rows().columns()).containsExactly(names());
    assertThat(plays.rows().collectAsList()).hasSize(3);

    WatchedPlays.Counts counts = plays.counts();
    assertThat(counts.rows())
        .containsOnly(Map.entry(YearMonth.of(2018, 11), 2L), Map.entry(YearMonth.of(2018, 12), 1L));
    assertThat(counts.total()).isEqualTo(3);
    assertThat(counts.plays()).isEqualTo(3);
    assertThat(counts.events()).isEqualTo(4);
    assertThat(counts.repaired()).isEqualTo(1);
    assertThat(counts.matches().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(3);
    assertThat(counts.startTimes().keys()).isEqualTo(2);
    assertThat(counts.broken()).containsOnly(Map.entry(Profile.INCOMPLETE_ROWS, 0L));
  }

  @Test
  void countsPlaysThatPointAtNobody() {
    Dataset<Row> users = Users.from(Given.events(play()));
    WatchedPlays plays = watched(EVENTS, Map.of(LISTENER, users));

    assertThat(plays.rows().collectAsList()).hasSize(3);
    assertThat(plays.counts().broken()).containsEntry(Profile.danglingRows(LISTENER), 1L);
  }

  @Test
  void aListenerWhoIsThereTwiceIsSeenByWhoKnowsHowManyPlaysThereAre() {
    Dataset<Row> users = Users.from(Given.events(play()));
    Dataset<Row> twice = users.unionAll(users);
    WatchedPlays plays = watched(Given.events(play()), Map.of(LISTENER, twice));

    assertThat(plays.rows().collectAsList()).hasSize(2);
    assertThat(plays.counts().events()).isEqualTo(2);
  }

  @Test
  void startTimesAreThoseOfTheTable() {
    WatchedPlays plays = watched(EVENTS, Map.of());
    plays.rows().collectAsList();
    KeySet found = plays.counts().startTimes();

    assertThat(found).isEqualTo(startTimes(Time.from(plays.rows())));
    assertThat(found).isNotEqualTo(startTimes(Time.from(plays.rows().where("month = 11"))));
    assertThat(found)
        .isNotEqualTo(
            startTimes(
                Time.from(
                    plays.rows().withColumn("start_time", expr("start_time + interval 1 hour")))));
  }

  @Test
  void noPlaysHaveNoCounts() {
    WatchedPlays plays = watched(Given.events(visit()), Map.of());
    assertThat(plays.rows().collectAsList()).isEmpty();

    WatchedPlays.Counts counts = plays.counts();
    assertThat(counts.rows()).isEmpty();
    assertThat(counts.total() + counts.plays() + counts.repaired()).isZero();
    assertThat(counts.startTimes()).isEqualTo(new KeySet(0, 0, 0));
  }

  private static WatchedPlays watched(Dataset<Row> events, Map<Reference, Dataset<Row>> targets) {
    return StarSchema.built(
            StarInput.of(Given.songs(song()), events, events),
            Match.TITLE_ARTIST,
            TextRepair.DECODED,
            Kept.NOWHERE,
            Runnable::run)
        .plays()
        .watched(targets);
  }

  private static KeySet startTimes(Dataset<Row> time) {
    Column[] sums =
        KeySet.sums(Time.START_TIME.column(), lit(true)).entrySet().stream()
            .map(one -> sum(one.getValue()).as(one.getKey()))
            .toArray(Column[]::new);
    Row found = time.select(sums).first();
    return KeySet.of(name -> found.<Long>getAs(name));
  }

  private static String[] names() {
    return Songplays.TABLE.fields().stream().map(Field::name).toArray(String[]::new);
  }
}
