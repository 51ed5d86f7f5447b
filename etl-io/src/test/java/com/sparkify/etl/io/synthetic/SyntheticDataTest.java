package com.sparkify.etl.io.synthetic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticDataTest {
  private static final SyntheticSpec CLEAN =
      SyntheticSpec.likeThePublicData(7).with(550, 50).with(LocalDate.of(2019, 12, 30), 4, 3_000);
  private static final SyntheticSpec FAULTY = CLEAN.with(new Faults(0.05, 0.1, 0.08, 0.5));

  private final Path folder;

  SyntheticDataTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void makesTheSameBytesFromTheSameSpec() {
    DataSet.write(FAULTY, folder.resolve("one"));
    DataSet.write(FAULTY, folder.resolve("two"));

    assertThat(new DataSet(folder.resolve("one")).files())
        .isEqualTo(new DataSet(folder.resolve("two")).files());
  }

  @Test
  void makesOtherBytesFromAnotherSeed() {
    SyntheticSpec other = new SyntheticSpec(8, 550, 50, CLEAN.firstDay(), 4, 3_000, Faults.NONE);
    DataSet.write(CLEAN, folder.resolve("one"));
    DataSet.write(other, folder.resolve("two"));

    assertThat(new DataSet(folder.resolve("one")).files())
        .doesNotContainEntry(
            LogFile.path(CLEAN, 0), new DataSet(folder.resolve("two")).logLines().get(0));
    assertThat(new DataSet(folder.resolve("one")).logLines())
        .doesNotContainAnyElementsOf(new DataSet(folder.resolve("two")).logLines());
  }

  @Test
  void makesAnyFileWithoutTheOthers() throws IOException {
    DataSet.write(FAULTY, folder);
    Map<String, String> alone = new TreeMap<>();
    for (int day = FAULTY.days() - 1; day >= 0; day--) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new LogFile(FAULTY, day).writeTo(bytes);
      alone.put("log_data/" + LogFile.path(FAULTY, day), bytes.toString(US_ASCII));
    }
    for (int index = FAULTY.songs() - 1; index >= 0; index--) {
      CatalogueSong song = new Catalogue(FAULTY).song(index);
      alone.put("song_data/" + song.path(), new String(song.json(), US_ASCII));
    }

    assertThat(new DataSet(folder).files()).isEqualTo(alone);
  }

  @Test
  void countsACleanDataSet() {
    SyntheticSummary summary = DataSet.write(CLEAN, folder);

    DataSet written = new DataSet(folder);
    List<JsonNode> events = written.events();
    assertThat(summary)
        .isEqualTo(
            new SyntheticSummary(
                550,
                written.songs().size(),
                events.size(),
                events.stream().filter(event -> text(event, "page").equals("NextSong")).count(),
                4,
                0,
                0,
                0,
                written.files().values().stream().mapToLong(String::length).sum()));
    assertThat(events).hasSizeBetween(2_000, 4_000).doesNotHaveDuplicates();
  }

  @Test
  void countsFaults() {
    SyntheticSummary summary = DataSet.write(FAULTY, folder);

    DataSet written = new DataSet(folder);
    Set<String> clean = new HashSet<>(allLines(FAULTY.with(new Faults(0, 0, 0, 0.5))));
    List<String> lines = written.logLines();
    List<String> good = lines.stream().filter(clean::contains).toList();
    assertThat(summary.malformed()).isEqualTo(lines.size() - good.size()).isGreaterThan(80);
    assertThat(summary.events()).isEqualTo(Set.copyOf(good).size());
    assertThat(summary.duplicates()).isEqualTo(good.size() - summary.events()).isGreaterThan(200);
    assertThat(summary.events() + summary.malformed()).isEqualTo(clean.size());
    assertThat(summary.late()).isEqualTo(foundOnlyInTheNextFile(written, clean)).isGreaterThan(100);
  }

  @Test
  void writesEachDayUnderItsDate() {
    DataSet.write(CLEAN, folder);

    assertThat(new DataSet(folder.resolve("log_data")).files().keySet())
        .containsExactly(
            "2019/12/2019-12-30-events.json",
            "2019/12/2019-12-31-events.json",
            "2020/01/2020-01-01-events.json",
            "2020/01/2020-01-02-events.json");
    new DataSet(folder.resolve("log_data"))
        .files()
        .forEach(
            (path, text) ->
                assertThat(text.lines().map(SyntheticDataTest::dayOf))
                    .containsOnly(path.substring(8, 18)));
  }

  @Test
  void leavesAFolderThatIsNotEmptyAsItIs() throws IOException {
    Files.writeString(folder.resolve("precious.txt"), "mine");

    assertThatThrownBy(() -> DataSet.write(CLEAN, folder))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("is not empty. Name a new one, such as 'file:")
        .extracting(failure -> ((EtlException) failure).kind())
        .isEqualTo(Kind.CONFIG);
    assertThat(folder).isDirectoryContaining("glob:**precious.txt");
    assertThat(folder.resolve("log_data")).doesNotExist();
  }

  @Test
  void saysThatTheStorageFailed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    assertThatThrownBy(() -> DataSet.write(CLEAN, file.resolve("below")))
        .isInstanceOf(EtlException.class)
        .extracting(failure -> ((EtlException) failure).kind())
        .isEqualTo(Kind.STORAGE);
  }

  private List<String> allLines(SyntheticSpec spec) {
    DataSet.write(spec, folder.resolve("all"));
    return new DataSet(folder.resolve("all")).logLines();
  }

  /** How many of the clean lines are in a file of another day, and in none of their own. */
  private static long foundOnlyInTheNextFile(DataSet written, Set<String> clean) {
    return written.files().entrySet().stream()
        .flatMap(
            file ->
                file.getValue()
                    .lines()
                    .filter(line -> file.getKey().startsWith("log_data") && clean.contains(line))
                    .filter(line -> !file.getKey().contains(dayOf(line)))
                    .filter(line -> !isIn(written, dayOf(line), line)))
        .count();
  }

  private static boolean isIn(DataSet written, String day, String line) {
    return written.files().entrySet().stream()
        .filter(file -> file.getKey().startsWith("log_data") && file.getKey().contains(day))
        .anyMatch(file -> file.getValue().contains(line));
  }

  private static String dayOf(String line) {
    long millis = DataSet.json(line).get("ts").asLong();
    return LocalDate.ofEpochDay(Math.floorDiv(millis, 86_400_000L)).toString();
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }
}
