package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.quality.Check.references;
import static com.sparkify.etl.core.quality.Check.unbrokenPeriods;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.table.Reference;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables, which of them points at which, and what is promised about them. */
public record StarSchema(
    Dataset<Row> artists,
    Dataset<Row> songs,
    Dataset<Row> users,
    Dataset<Row> userLevels,
    Dataset<Row> songplays,
    Dataset<Row> time) {

  /** The tables in the order in which they are written: what is pointed at before what points. */
  public static final List<Table> TABLES =
      List.of(
          Artists.TABLE, Songs.TABLE, Users.TABLE, UserLevels.TABLE, Time.TABLE, Songplays.TABLE);

  /** The tables that point at others; those are its dimensions. */
  public static final Set<Table> FACTS = Set.of(Songplays.TABLE);

  /** When a play was started. */
  public static final Reference START_OF_PLAY =
      new Reference(Songplays.TABLE, Songplays.START_TIME, Time.TABLE);

  /** What points at what, in the order of the checks. */
  public static final List<Reference> REFERENCES =
      List.of(
          new Reference(Songs.TABLE, Songs.ARTIST_ID, Artists.TABLE),
          new Reference(UserLevels.TABLE, UserLevels.USER_ID, Users.TABLE),
          new Reference(Songplays.TABLE, Songplays.USER_ID, Users.TABLE),
          new Reference(Songplays.TABLE, Songplays.SONG_ID, Songs.TABLE),
          new Reference(Songplays.TABLE, Songplays.ARTIST_ID, Artists.TABLE),
          START_OF_PLAY);

  /**
   * Tables, and what is known of them only while they are built.
   *
   * @param plays what {@code songplays} is made of
   * @param everyPlayIsKept that no join lost or multiplied a play
   */
  public record Built(StarSchema star, Plays plays, Check everyPlayIsKept) {}

  /**
   * The tables of staged rows, with text as it was written.
   *
   * @param playEvents the events whose plays make {@code songplays} and {@code time}: all of {@code
   *     events}, or those of some months
   */
  public static StarSchema from(
      Dataset<Row> songRecords, Dataset<Row> events, Dataset<Row> playEvents, Match match) {
    return built(
            StarInput.of(songRecords, events, playEvents),
            match,
            TextRepair.AS_WRITTEN,
            Kept.NOWHERE,
            Runnable::run)
        .star();
  }

  /**
   * The same with text read as {@code repair} says, and each dimension given to {@code kept} before
   * anything is made of it. This is the lineage on one screen: which source feeds which table.
   *
   * @param threads where {@code kept} is called, for tables that do not follow from one another at
   *     the same time; none is at work any more when this returns or throws
   */
  public static Built built(
      StarInput input, Match match, TextRepair repair, Kept kept, Executor threads) {
    BiFunction<Table, Supplier<Dataset<Row>>, CompletableFuture<Dataset<Row>>> building =
        (table, rows) -> supplyAsync(() -> kept.table(table, rows.get()), threads);
    Dataset<Row> songRecords = input.songRecords();
    Dataset<Row> playEvents = input.playEvents();
    var listeners = supplyAsync(() -> Listeners.of(input.listeners().get(), kept), threads);
    var artists = building.apply(Artists.TABLE, () -> Artists.from(songRecords));
    var songs = building.apply(Songs.TABLE, () -> Songs.from(songRecords));
    var users =
        listeners.thenApplyAsync(known -> kept.table(Users.TABLE, known.users(repair)), threads);
    var userLevels =
        listeners.thenApplyAsync(
            known -> kept.table(UserLevels.TABLE, known.userLevels()), threads);
    var time =
        building.apply(Time.TABLE, () -> Time.from(Songplays.startTimes(input.timeEvents())));
    var plays = supplyAsync(() -> Plays.of(playEvents, songRecords, match, repair, kept), threads);
    endOf(allOf(artists, songs, users, userLevels, time, plays));
    Dataset<Row> songplays = plays.join().songplays();
    return new Built(
        new StarSchema(
            artists.join(), songs.join(), users.join(), userLevels.join(), songplays, time.join()),
        plays.join(),
        Check.sameCount(Songplays.TABLE, songplays, "plays", Songplays.number(playEvents)));
  }

  private static void endOf(CompletableFuture<Void> tables) {
    try {
      tables.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** The rows of each table, in the order of {@link #TABLES}. */
  public Map<Table, Dataset<Row>> tables() {
    Map<Table, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put(Artists.TABLE, artists);
    tables.put(Songs.TABLE, songs);
    tables.put(Users.TABLE, users);
    tables.put(UserLevels.TABLE, userLevels);
    tables.put(Time.TABLE, time);
    tables.put(Songplays.TABLE, songplays);
    return tables;
  }

  private Dataset<Row> rows(Table table) {
    return requireNonNull(tables().get(table), table.name());
  }

  /** What the rows of {@code table} point at. */
  public Map<Reference, Dataset<Row>> targets(Table table) {
    Map<Reference, Dataset<Row>> targets = new LinkedHashMap<>();
    REFERENCES.stream()
        .filter(reference -> reference.table().equals(table))
        .forEach(reference -> targets.put(reference, rows(reference.target())));
    return targets;
  }

  /** What holds of every published version of the tables. */
  public List<Check> checks() {
    return checks(TABLES);
  }

  /** Those of {@link #checks} that are about {@code tables}. */
  public List<Check> checks(Collection<Table> tables) {
    List<Check> checks = new ArrayList<>();
    for (Table table : tables) {
      checks.add(Check.uniqueKey(table, rows(table)));
      checks.add(Check.requiredFields(table, rows(table)));
    }
    for (Reference reference : REFERENCES) {
      if (tables.contains(reference.table())) {
        checks.add(references(reference, rows(reference.table()), rows(reference.target())));
      }
    }
    if (tables.contains(UserLevels.TABLE)) {
      checks.add(
          unbrokenPeriods(
              UserLevels.TABLE,
              UserLevels.USER_ID,
              UserLevels.VALID_FROM,
              UserLevels.VALID_TO,
              userLevels));
    }
    return List.copyOf(checks);
  }
}
