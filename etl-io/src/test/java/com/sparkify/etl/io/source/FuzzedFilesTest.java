package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.RejectRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Real lines that went wrong, a hundred thousand of them, against a second opinion on each.
 *
 * <p>The files are the same in every run; a failure names the seed of the file.
 */
class FuzzedFilesTest {
  private static final int LINES = 1_000;

  private final Path folder;
  private final Map<String, Map<String, Object>> realRows = new HashMap<>();

  FuzzedFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({"EVENTS,1,80", "SONGS,1001,1020"})
  void makesOfEachRecordWhatTheContractSays(SourceLayout layout, long from, long to)
      throws IOException {
    List<byte[]> realLines = RealLines.of(layout);
    for (byte[] line : realLines) {
      realRows.put(new String(line, ISO_8859_1), Contract.rowOf(layout, line));
    }
    Map<String, Integer> problems = new HashMap<>();
    for (long seed = from; seed <= to; seed++) {
      MutatedFile file = MutatedFile.of(realLines, LINES, new Random(seed));
      List<SplitRecord> records = SplitRecord.in(layout, file.content());
      List<ReadRow> rows = rows(layout, "file.json", file.content());

      assertThat(rows).as("rows of seed %d", seed).hasSameSizeAs(records);
      for (int i = 0; i < rows.size(); i++) {
        requireEqual(layout, records.get(i), rows.get(i), seed);
        if (!realRows.containsKey(records.get(i).text())) {
          problems.merge(String.valueOf(rows.get(i).problem()), 1, Integer::sum);
        }
      }
      if (layout == SourceLayout.EVENTS) {
        requireGood(file.goodLines(), rows, seed);
      }
    }
    assertThat(problems).containsKeys("null", "malformed-json");
    assertThat(problems.keySet())
        .containsAll(layout.fields().stream().map(RejectRules::badType).toList());
    assertThat(problems.get("null")).isGreaterThan(3 * LINES);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void keepsWhatIsBeforeTheCutOfAnArchive(Compression compression) throws IOException {
    List<byte[]> realLines = RealLines.of(SourceLayout.EVENTS);
    for (long seed = 2001; seed <= 2010; seed++) {
      Random random = new Random(seed);
      MutatedFile file = MutatedFile.of(realLines, LINES / 5, random);
      byte[] packed = Archive.of(compression, file.content());
      List<SplitRecord> records = SplitRecord.in(SourceLayout.EVENTS, file.content());
      String name = "file" + compression.ending();
      byte[] cut = Arrays.copyOf(packed, random.nextInt(packed.length));

      List<ReadRow> whole = rows(SourceLayout.EVENTS, name, packed);
      List<ReadRow> rows = rows(SourceLayout.EVENTS, name, cut);

      assertThat(whole).as("rows of seed %d", seed).hasSameSizeAs(records);
      int good = rows.size() - 1;
      for (int i = 0; i < good; i++) {
        requireEqual(SourceLayout.EVENTS, records.get(i), rows.get(i), seed);
      }
      assertThat(rows.get(good).problem())
          .as("last of seed %d", seed)
          .isEqualTo(RejectRules.CORRUPT_ARCHIVE);
    }
  }

  @Test
  void survivesRandomBytes() throws IOException {
    byte[] noise = new byte[1 << 20];
    new Random(4).nextBytes(noise);

    for (SourceLayout layout : SourceLayout.values()) {
      for (Compression compression : Compression.values()) {
        assertThat(rows(layout, "noise" + compression.ending(), noise))
            .isNotEmpty()
            .allMatch(row -> row.problem() != null);
      }
    }
  }

  private void requireEqual(SourceLayout layout, SplitRecord record, ReadRow row, long seed) {
    Map<String, Object> real = realRows.get(record.text());
    Map<String, Object> expected =
        real == null ? Contract.rowOf(layout, record.bytes()) : new HashMap<>(real);
    expected.put(Origin.SOURCE_LINE.name(), record.line());
    Map<String, Object> actual = new HashMap<>(row.values());
    actual.remove(Origin.SOURCE_FILE.name());
    byte[] raw = (byte[]) Objects.requireNonNull(actual.remove(Origin.RAW.name()));
    if (!expected.equals(actual) || !Arrays.equals(raw, record.bytes())) {
      assertThat(actual).as("seed %d, record %s", seed, record).isEqualTo(expected);
      assertThat(raw).as("raw of seed %d, record %s", seed, record).isEqualTo(record.bytes());
    }
  }

  private static void requireGood(List<Long> goodLines, List<ReadRow> rows, long seed) {
    Map<Long, ReadRow> byLine = new HashMap<>();
    rows.forEach(row -> byLine.put(row.line(), row));
    assertThat(goodLines)
        .as("good lines of seed %d", seed)
        .allSatisfy(line -> assertThat(byLine.get(line)).matches(row -> row.problem() == null));
  }

  private List<ReadRow> rows(SourceLayout layout, String name, byte[] content) throws IOException {
    return ReadRow.of(layout, Files.write(folder.resolve(name), content));
  }
}
