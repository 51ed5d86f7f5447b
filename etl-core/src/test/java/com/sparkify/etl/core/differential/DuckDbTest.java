package com.sparkify.etl.core.differential;

import com.sparkify.etl.core.Nullable;
import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Spark;
import com.sparkify.etl.core.property.WildData;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Kept;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.StarInput;
import com.sparkify.etl.core.star.StarSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spark's tables are those of another engine that runs SQL written from the contract. */
class DuckDbTest {

  private static final Set<String> PROSE =
      Set.of("artist", "song", "firstName", "lastName", "location");

  @ParameterizedTest(name = "seed {0}, {1}, repair {2}")
  @CsvSource({
    "101, TITLE_ARTIST, true",
    "102, TITLE_ARTIST, false",
    "103, TITLE_ARTIST_DURATION, true",
    "104, TITLE_ARTIST_DURATION, false",
  })
  void anotherEngineFindsTheSameRows(long seed, Match match, boolean repair)
      throws SQLException, IOException {
    WildData data = WildData.of(seed, 400, 4_000);
    Map<String, List<Row>> found = Spark.compiled(() -> sparks(data, match, repair));

    try (Duck duck = Duck.inMemory()) {
      duck.load("staged_songs", SongRecords.STAGED, data.stagedSongs().collectAsList());
      List<Row> events = data.stagedEvents().collectAsList();
      duck.load(
          "staged_events",
          LogEvents.STAGED,
          repair ? events.stream().map(DuckDbTest::repaired).toList() : events);
      duck.run("SET VARIABLE exact_only = " + (match == Match.TITLE_ARTIST_DURATION));
      duck.run(Duck.sql("accepted.sql"));

      SoftAssertions tables = new SoftAssertions();
      for (Map.Entry<String, List<Row>> table : found.entrySet()) {
        tables
            .assertThat(table.getValue())
            .as(table.getKey())
            .isNotEmpty()
            .isEqualTo(duck.query(table.getKey() + ".sql"));
      }
      tables.assertAll();
    }
  }

  private static Map<String, List<Row>> sparks(WildData data, Match match, boolean repair) {
    Dataset<Row> staged = data.stagedEvents();
    Map<String, List<Row>> tables = new TreeMap<>();
    StarSchema.built(
            StarInput.of(data.stagedSongs(), staged, staged),
            match,
            repair ? TextRepair.DECODED : TextRepair.AS_WRITTEN,
            Kept.NOWHERE,
            Runnable::run)
        .star()
        .tables()
        .forEach((table, rows) -> tables.put(table.name(), Found.sorted(rows)));
    return tables;
  }

  private static Row repaired(Row event) {
    Object[] values = new Object[event.length()];
    for (int i = 0; i < values.length; i++) {
      boolean prose = PROSE.contains(event.schema().fieldNames()[i]);
      values[i] = prose ? decoded(decoded(event.getString(i))) : event.get(i);
    }
    return RowFactory.create(values);
  }

  /** The text whose UTF-8 bytes are this text's characters; this text if there is none. */
  private static @Nullable String decoded(@Nullable String text) {
    if (text == null || !StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
      return text;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException notUtf8) {
      return text;
    }
  }
}
