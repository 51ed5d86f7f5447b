package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static com.sparkify.etl.core.fixture.RawRecord.song;
import static com.sparkify.etl.core.fixture.RawRecord.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.fixture.Computed;
import com.sparkify.etl.core.fixture.ComputedAhead;
import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class StarSchemaTest {

  private static final StarSchema STAR =
      Computed.once(
          StarSchema.from(
              Given.songs(song()),
              Given.events(play(), visit().with(LogEvents.USER_ID, "11")),
              Given.events(play()),
              Match.TITLE_ARTIST));

  @Test
  void hasARowInEveryTable() {
    assertThat(STAR.tables().keySet()).containsExactlyElementsOf(StarSchema.TABLES);
    STAR.tables()
        .forEach((table, rows) -> assertThat(rows.collectAsList()).as(table.name()).isNotEmpty());
  }

  @Test
  void everyTableHasItsColumns() {
    STAR.tables()
        .forEach(
            (table, rows) ->
                assertThat(Found.columns(rows.schema()))
                    .as(table.name())
                    .isEqualTo(Found.columns(table.schema())));
  }

  @Test
  void everyTableSaysWhatOneRowIsAndEveryOptionalFieldWhatNullMeans() {
    assertThat(StarSchema.TABLES).extracting(Table::row).doesNotContain("");
    assertThat(StarSchema.TABLES.stream().flatMap(table -> table.fields().stream()))
        .allSatisfy(
            field ->
                assertThat(field.doc().contains("; null if "))
                    .as(field.name())
                    .isNotEqualTo(field.required()));
  }

  @Test
  void isPartitionedAndOrderedAsTheContractSays() {
    assertThat(StarSchema.TABLES.stream().map(StarSchemaTest::layout))
        .containsExactly(
            "artists key artist_id in [] by artist_id",
            "songs key song_id in year by artist_id, song_id",
            "users key user_id in [] by user_id",
            "user_levels key user_id, valid_from in [] by user_id, valid_from",
            "time key start_time in year, month by start_time",
            "songplays key songplay_id in year, month by start_time, session_id, item_in_session, user_id");
  }

  @Test
  void playsOfSomeMonthsStillFindAllListeners() {
    assertThat(Found.values(STAR.users(), Users.USER_ID)).containsExactlyInAnyOrder(10L, 11L);
    assertThat(STAR.songplays().collectAsList()).hasSize(1);
  }

  @Test
  void keepsAllItsPromises() {
    assertThat(broken(STAR)).isEmpty();
  }

  @Test
  void aMissingRowOfAnyDimensionBreaksAPromise() {
    assertThat(broken(with(STAR, Artists.TABLE, none(STAR.artists()))))
        .containsExactly(
            "songs: artist_id is a row of artists", "songplays: artist_id is a row of artists");
    assertThat(broken(with(STAR, Songs.TABLE, none(STAR.songs()))))
        .containsExactly("songplays: song_id is a row of songs");
    assertThat(broken(with(STAR, Users.TABLE, none(STAR.users()))))
        .containsExactly(
            "user_levels: user_id is a row of users", "songplays: user_id is a row of users");
    assertThat(broken(with(STAR, Time.TABLE, none(STAR.time()))))
        .containsExactly("songplays: start_time is a row of time");
  }

  @Test
  void aRowTwiceBreaksThePromiseOfOneRowPerKey() {
    STAR.tables()
        .forEach(
            (table, rows) ->
                assertThat(broken(with(STAR, table, rows.unionAll(rows))))
                    .contains("%s: one row per %s".formatted(table.name(), names(table.key()))));
  }

  @Test
  void everyPlayIsKeptAndCopiesOfItCountOnce() {
    StarSchema.Built built =
        built(
            Given.events(play(), play(), visit(), play().with(LogEvents.LEVEL, "paid")),
            Kept.NOWHERE);

    assertThat(built.star().songplays().collectAsList()).hasSize(1);
    assertThat(built.everyPlayIsKept().violations().collectAsList()).isEmpty();
  }

  @Test
  void aLostPlayBreaksThePromiseThatEveryPlayIsKept() {
    StarSchema.Built lost =
        built(Given.events(play()), new Keep(rows -> rows, StarSchemaTest::none));

    assertThat(lost.everyPlayIsKept().violations().collectAsList())
        .containsExactly(RowFactory.create(0L, 1L));
  }

  @Test
  void aPeriodThatDoesNotEndBreaksAPromise() {
    StarSchema changing =
        StarSchema.from(
            Given.songs(),
            Given.events(play(), play().with(LogEvents.TS, 1).with(LogEvents.LEVEL, "paid")),
            Given.events(),
            Match.TITLE_ARTIST);

    assertThat(broken(changing)).isEmpty();
    assertThat(broken(with(changing, UserLevels.TABLE, changing.userLevels().where("is_current"))))
        .isEmpty();
    assertThat(
            broken(with(changing, UserLevels.TABLE, changing.userLevels().where("not is_current"))))
        .containsExactly("user_levels: the periods of a user_id neither overlap nor leave a gap");
  }

  @Test
  void noViolationHoldsAPersonalField() {
    Set<String> personal =
        StarSchema.TABLES.stream()
            .flatMap(table -> table.fields().stream())
            .filter(Field::personal)
            .map(Field::name)
            .collect(Collectors.toSet());

    assertThat(personal)
        .containsExactlyInAnyOrder("first_name", "last_name", "gender", "location", "user_agent");
    for (Check check : STAR.checks()) {
      if (check.promise().startsWith("artists")) {
        continue; // an artist's location is public
      }
      assertThat(check.violations().columns())
          .as(check.promise())
          .doesNotContainAnyElementsOf(personal);
    }
  }

  @Test
  void noRowsKeepAllPromises() {
    StarSchema.Built empty = built(Given.events(), Kept.NOWHERE);

    assertThat(broken(empty.star())).isEmpty();
    assertThat(empty.everyPlayIsKept().violations().collectAsList()).isEmpty();
  }

  @Test
  void aTableThatCannotBeKeptFailsWhenAllOthersHaveEnded() {
    AtomicInteger kept = new AtomicInteger();
    Kept noRoom =
        new Keep(
            rows -> {
              if (List.of(rows.columns()).contains(Songs.TITLE.name())) {
                throw new IllegalStateException("no room for songs");
              }
              kept.incrementAndGet();
              return rows;
            },
            rows -> rows);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      assertThatThrownBy(() -> built(Given.events(), noRoom, threads))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no room for songs");
      assertThat(kept).hasValue(StarSchema.TABLES.size() - 1 - StarSchema.FACTS.size());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void whatIsComputedAheadIsNotComputedAgainAndChangesNoRow() {
    Dataset<Row> events =
        Given.events(
            play().with(LogEvents.TS, 1),
            play().with(LogEvents.TS, 2).with(LogEvents.LEVEL, "paid"),
            play().with(LogEvents.TS, 3),
            play().with(LogEvents.USER_ID, "11"));
    ComputedAhead kept = new ComputedAhead();

    StarSchema found = built(events, kept).star();
    StarSchema expected = built(events, Kept.NOWHERE).star();

    assertThat(Found.sorted(found.users())).isEqualTo(Found.sorted(expected.users())).hasSize(2);
    assertThat(Found.sorted(found.userLevels()))
        .isEqualTo(Found.sorted(expected.userLevels()))
        .hasSize(4);
    assertThat(kept.computed()).hasValue(1);
  }

  /** Does something to the rows of each dimension, and to plays. */
  private record Keep(UnaryOperator<Dataset<Row>> tables, UnaryOperator<Dataset<Row>> plays)
      implements Kept {
    @Override
    public Dataset<Row> table(Table table, Dataset<Row> rows) {
      return tables.apply(rows);
    }

    @Override
    public Dataset<Row> spread(Dataset<Row> rows, Column... by) {
      return plays.apply(rows);
    }
  }

  private static StarSchema.Built built(Dataset<Row> events, Kept kept) {
    return built(events, kept, Runnable::run);
  }

  private static StarSchema.Built built(Dataset<Row> events, Kept kept, Executor threads) {
    return StarSchema.built(
        StarInput.of(Given.songs(), events, events),
        Match.TITLE_ARTIST,
        TextRepair.DECODED,
        kept,
        threads);
  }

  private static String layout(Table table) {
    String folders = table.partitionedBy().isEmpty() ? "[]" : names(table.partitionedBy());
    return "%s key %s in %s by %s"
        .formatted(table.name(), names(table.key()), folders, names(table.orderedBy()));
  }

  private static String names(List<Field> fields) {
    return fields.stream().map(Field::name).collect(Collectors.joining(", "));
  }

  private static List<String> broken(StarSchema star) {
    List<String> broken = new ArrayList<>();
    for (Check check : star.checks()) {
      if (!check.violations().collectAsList().isEmpty()) {
        broken.add(check.promise());
      }
    }
    return broken;
  }

  private static Dataset<Row> none(Dataset<Row> rows) {
    return rows.limit(0);
  }

  private static StarSchema with(StarSchema star, Table changed, Dataset<Row> rows) {
    return new StarSchema(
        changed.equals(Artists.TABLE) ? rows : star.artists(),
        changed.equals(Songs.TABLE) ? rows : star.songs(),
        changed.equals(Users.TABLE) ? rows : star.users(),
        changed.equals(UserLevels.TABLE) ? rows : star.userLevels(),
        changed.equals(Songplays.TABLE) ? rows : star.songplays(),
        changed.equals(Time.TABLE) ? rows : star.time());
  }
}
