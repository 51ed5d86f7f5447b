package com.sparkify.etl.io.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.io.fixture.Spark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real lines that went wrong, through Spark and the rules: plain, packed and cut off. */
class FuzzedSourceTest {
  private static final int LINES = 500;

  private final Path folder;

  FuzzedSourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @EnumSource
  void countsEachRecordOfEachFileOnce(SourceLayout layout) throws IOException {
    Map<String, Long> records = new HashMap<>();
    long good = 0;
    long seed = 3000;
    for (Compression compression : Compression.values()) {
      seed++;
      MutatedFile file = MutatedFile.of(RealLines.of(layout), LINES, new Random(seed));
      byte[] packed = Archive.of(compression, file.content());
      Path whole = Files.write(folder.resolve("whole" + compression.ending()), packed);
      byte[] half = Arrays.copyOf(packed, packed.length / 2);
      Path cut = Files.write(folder.resolve("cut" + compression.ending()), half);
      records.put("file:" + whole, countIn(layout, file.content()));
      records.put("file:" + cut, (long) ReadRow.of(layout, cut).size());
      good += file.goodLines().size();
    }

    Dataset<Row> staged = staged(layout).cache();
    Map<String, Long> accepted = counts(StagedRows.accepted(staged));
    Map<String, Long> rejected = counts(StagedRows.rejected(staged));

    assertThat(counts(staged)).isEqualTo(records);
    records.forEach(
        (file, read) ->
            assertThat(accepted.getOrDefault(file, 0L) + rejected.getOrDefault(file, 0L))
                .isEqualTo(read));
    assertThat(StagedRows.accepted(staged).where(isIncomplete(layout)).count()).isZero();
    assertThat(rejected.values()).isNotEmpty().allMatch(count -> count > 0);
    if (layout == SourceLayout.EVENTS) {
      assertThat(accepted.values().stream().mapToLong(count -> count).sum()).isGreaterThan(good);
    }
    staged.unpersist();
  }

  private Dataset<Row> staged(SourceLayout layout) {
    JsonSource source =
        switch (layout) {
          case SONGS -> JsonSources.songs(Spark.session(), folder.toString());
          case EVENTS -> JsonSources.events(Spark.session(), folder.toString(), JsonPaths.none());
        };
    Dataset<Row> raw = source.read(source.list());
    return layout == SourceLayout.SONGS ? SongRecords.staged(raw) : LogEvents.staged(raw);
  }

  private static Column isIncomplete(SourceLayout layout) {
    List<Field> required =
        layout == SourceLayout.SONGS
            ? List.of(
                SongRecords.SONG_ID,
                SongRecords.TITLE,
                SongRecords.ARTIST_ID,
                SongRecords.ARTIST_NAME,
                SongRecords.DURATION)
            : List.of(
                LogEvents.TS,
                LogEvents.PAGE,
                LogEvents.LEVEL,
                LogEvents.SESSION_ID,
                LogEvents.ITEM_IN_SESSION);
    return required.stream().map(field -> field.column().isNull()).reduce(Column::or).orElseThrow();
  }

  private static Map<String, Long> counts(Dataset<Row> staged) {
    Map<String, Long> counts = new HashMap<>();
    staged
        .groupBy(Origin.SOURCE_FILE.column())
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  private static long countIn(SourceLayout layout, byte[] content) {
    return SplitRecord.in(layout, content).size();
  }
}
