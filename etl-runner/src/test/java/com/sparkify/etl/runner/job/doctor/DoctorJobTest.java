package com.sparkify.etl.runner.job.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.output.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorJobTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Path folder;

  DoctorJobTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void findsNothingWrong() throws IOException {
    Path songs = source("songs", "{}");
    Path events = source("events", "{}");
    Path lake = folder.resolve("a/lake");

    examine(songs, events, lake);

    assertThat(printed())
        .contains("ok    java         Java 17")
        .contains("ok    spark        4.0.2 with Scala 2.13")
        .contains("ok    time zone    Asia/Kathmandu here")
        .contains("ok    settings     valid")
        .contains("ok    songs        '%s' holds 1 file\n".formatted(songs))
        .contains("ok    events       '%s' holds 1 file\n".formatted(events))
        .contains(
            "ok    lake         '%s' can be listed, written, read and emptied\n".formatted(lake))
        .contains("GiB free")
        .doesNotContain("FAIL");
  }

  @Test
  void leavesNothingBehind() throws IOException {
    examine(source("songs", "{}"), source("events", "{}"), folder.resolve("a/lake"));

    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void leavesALakeAsItWas() throws IOException {
    Path kept = Files.createDirectories(folder.resolve("lake/_sparkify/runs"));

    examine(source("songs", "{}"), source("events", "{}"), folder.resolve("lake"));

    assertThat(kept).exists();
    assertThat(kept.getParent()).isDirectoryNotContaining("glob:**doctor*");
  }

  @Test
  void saysWhatToDoAboutASourceThatDoesNotExist() throws IOException {
    EtlException failure =
        failure(folder.resolve("none"), source("events", "{}"), folder.resolve("lake"));

    assertThat(failure.kind()).isEqualTo(Kind.SOURCE_DATA);
    assertThat(failure).hasMessageContaining("1 of 9 checks fails");
    assertThat(printed())
        .contains("FAIL  songs ")
        .contains("'%s', which does not exist".formatted(folder.resolve("none")))
        .contains("-> name the folder of the files with --songs");
  }

  @Test
  void saysWhatToDoAboutASourceWithoutFiles() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    failure(source("songs", "{}"), empty, folder.resolve("lake"));

    assertThat(printed())
        .contains("FAIL  events ")
        .contains("'%s', which holds no file".formatted(empty));
  }

  @Test
  void warnsOfAnEmptyFile() throws IOException {
    examine(source("songs", ""), source("events", "{}"), folder.resolve("lake"));

    assertThat(printed()).contains("warn  songs ").contains("is empty");
  }

  @Test
  void saysWhatToDoAboutALakeThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    EtlException failure = failure(source("songs", "{}"), source("events", "{}"), file);

    assertThat(failure.kind()).isEqualTo(Kind.STORAGE);
    assertThat(printed()).contains("FAIL  lake         '%s' cannot be used".formatted(file));
  }

  @Test
  void tellsEveryProblemOfTheSettings() {
    Overrides overrides =
        new Overrides(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("sparkify.lake.pth=x", "sparkify.lake.format=orc"));

    EtlException failure =
        catchThrowableOfType(EtlException.class, () -> doctor().examine(overrides));

    assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
    assertThat(printed())
        .contains("FAIL  settings     The configuration has 2 problems:")
        .contains("sparkify.lake.pth")
        .contains("sparkify.lake.format");
  }

  @Test
  void listsTheTablesOfIcebergsCatalog() throws IOException {
    Path lake = Files.createDirectories(folder.resolve("lake"));
    Files.createDirectories(lake.resolve("music/plays/metadata"));
    Files.createFile(lake.resolve("music/plays/metadata/v1.metadata.json"));

    examine(
        source("songs", "{}"),
        source("events", "{}"),
        lake,
        "sparkify.lake.format=iceberg",
        "sparkify.lake.iceberg.namespace=music");

    assertThat(printed())
        .contains("ok    catalog      tables are in Iceberg's catalog, of type 'hadoop'")
        .contains("in the namespace 'music', which can be listed: 1 table\n");
  }

  @Test
  void saysWhatToDoAboutACatalogThatDoesNotAnswer() throws IOException {
    Path songs = source("songs", "{}");
    Path events = source("events", "{}");

    EtlException failure =
        catchThrowableOfType(
            EtlException.class,
            () ->
                examine(
                    songs,
                    events,
                    folder.resolve("lake"),
                    "sparkify.lake.format=iceberg",
                    "sparkify.lake.iceberg.catalog=jdbc",
                    "sparkify.lake.iceberg.properties.uri=jdbc:postgresql://localhost:1/none"));

    assertThat(failure.kind()).isEqualTo(Kind.STORAGE);
    assertThat(printed())
        .contains("FAIL  catalog      tables are in Iceberg's catalog, of type 'jdbc'")
        .contains("which cannot be listed: the server does not answer\n")
        .contains("sparkify.lake.iceberg says where the catalog is");
  }

  @Test
  void refusesAnOldJavaAndWarnsOfANewOne() {
    assertThat(Machine.java(Runtime.Version.parse("11.0.2")).lines()).startsWith("FAIL  java");
    assertThat(Machine.java(Runtime.Version.parse("25")).lines()).startsWith("warn  java");
  }

  private Path source(String name, String content) throws IOException {
    Path source = Files.createDirectories(folder.resolve(name + "/nested"));
    Files.writeString(source.resolve("one.json"), content);
    return folder.resolve(name);
  }

  private EtlException failure(Path songs, Path events, Path lake) {
    return catchThrowableOfType(EtlException.class, () -> examine(songs, events, lake));
  }

  private void examine(Path songs, Path events, Path lake, String... assignments) {
    doctor()
        .examine(
            new Overrides(
                Optional.empty(),
                Optional.of(songs.toString()),
                Optional.of(events.toString()),
                Optional.of(lake.toString()),
                List.of(assignments)));
  }

  private DoctorJob doctor() {
    return new DoctorJob(new Streams(out, out));
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
