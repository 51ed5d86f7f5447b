package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.io.fixture.Spark;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HadoopJsonSourceTest {
  private final Path root;

  HadoopJsonSourceTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void listsAllFilesAtAnyDepthByPath() throws IOException {
    write("b/2/z.json", "{}");
    write("a.txt", "{}\n{}");
    write("b/1/no extension", "");

    List<SourceFile> files = songs().list();

    assertThat(files)
        .extracting(file -> file.path().substring(file.path().indexOf(root.toString())))
        .containsExactly(root + "/a.txt", root + "/b/1/no extension", root + "/b/2/z.json");
    assertThat(files).extracting(SourceFile::size).containsExactly(5L, 0L, 2L);
    assertThat(files).allSatisfy(file -> assertThat(file.path()).startsWith("file:/"));
    assertThat(files.get(0).modifiedMillis())
        .isEqualTo(Files.getLastModifiedTime(root.resolve("a.txt")).toMillis());
  }

  @Test
  void skipsHiddenFilesAndFolders() throws IOException {
    write("_SUCCESS", "");
    write("_temporary/0/part.json", "{}");
    write("a/.part.json.crc", "{}");
    write("a/part_1.json", "{}");

    assertThat(songs().list()).extracting(SourceFile::path).containsExactly(uri("a/part_1.json"));
  }

  @Test
  void listsARootWhoseOwnPathLooksHidden() throws IOException {
    write("_old/.data/a.json", "{}");

    assertThat(JsonSources.songs(Spark.session(), root + "/_old/.data/").list()).hasSize(1);
  }

  @Test
  void listsARootThatIsOneFile() throws IOException {
    write("a.json", "{}");

    assertThat(JsonSources.songs(Spark.session(), root + "/a.json").list())
        .extracting(SourceFile::path)
        .containsExactly(uri("a.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/absent", "/*.json", ""})
  void refusesARootWithoutFiles(String below) {
    assertThatThrownBy(() -> JsonSources.songs(Spark.session(), root + below).list())
        .hasMessageContaining("'" + root + below + "'")
        .hasMessageContaining("sparkify.source.songs.path")
        .asInstanceOf(type(EtlException.class))
        .returns(Kind.SOURCE_DATA, EtlException::kind);
  }

  @Test
  void saysThatAStorageCannotBeListed() {
    assertThatThrownBy(
            () -> JsonSources.events(Spark.session(), "nofs://x/y", JsonPaths.none()).list())
        .hasMessageContaining("'nofs://x/y'")
        .hasMessageContaining("sparkify.source.events.path")
        .asInstanceOf(type(EtlException.class))
        .returns(Kind.STORAGE, EtlException::kind);
  }

  @Test
  void hasTheColumnsOfTheRawTable() throws IOException {
    write("a.json", "{}");

    assertThat(songs().read(songs().list()).schema()).isEqualTo(SongRecords.RAW.schema());
    assertThat(songs().read(List.of()).schema()).isEqualTo(SongRecords.RAW.schema());
    assertThat(songs().read(List.of()).count()).isZero();
  }

  @Test
  void readsAllRecordsOfManyFiles() throws IOException {
    for (int i = 0; i < 300; i++) {
      write("song " + i + ".json", "{\"song_id\":\"S%d\",\"year\":%d}".formatted(i, i));
    }
    Dataset<Row> rows = songs().read(songs().list());

    assertThat(rows.count()).isEqualTo(300);
    assertThat(rows.where(Origin.READ_PROBLEM.column().isNotNull()).count()).isZero();
    assertThat(rows.where(SongRecords.SONG_ID.column().equalTo("S17")).collectAsList())
        .containsExactly(
            RowFactory.create(
                null,
                null,
                null,
                null,
                null,
                null,
                "S17",
                null,
                null,
                17,
                uri("song 17.json"),
                1L,
                null,
                null,
                "{\"song_id\":\"S17\",\"year\":17}".getBytes(UTF_8)));
  }

  @Test
  void readsOnlyTheColumnsThatAreWanted() throws IOException {
    write(
        "a.json",
        "{\"ts\":1,\"page\":\"Home\",\"length\":\"x\"}\nrubbish\n{\"page\":\"About\",\"ts\":2}");
    Dataset<Row> rows = events(JsonPaths.none());

    assertThat(columns(rows, LogEvents.TS))
        .containsExactly(
            RowFactory.create(1L), RowFactory.create((Long) null), RowFactory.create(2L));
    assertThat(columns(rows, LogEvents.PAGE, LogEvents.TS).get(2))
        .isEqualTo(RowFactory.create("About", 2L));
    assertThat(columns(rows, Origin.READ_PROBLEM))
        .containsExactly(
            RowFactory.create("bad-type-length"),
            RowFactory.create("malformed-json"),
            RowFactory.create((String) null));
    assertThat(columns(rows, Origin.SOURCE_LINE))
        .containsExactly(RowFactory.create(1L), RowFactory.create(2L), RowFactory.create(3L));
    assertThat(rows.select(LogEvents.TS.column()).queryExecution().executedPlan().toString())
        .contains("ts#")
        .doesNotContain("page#");
  }

  @Test
  void readsFieldsUnderTheNamesOfAJsonPathsFile() throws IOException {
    List<String> names = new ArrayList<>(JsonPaths.none().names());
    names.set(LogEvents.FIELDS.indexOf(LogEvents.PAGE), "the.page");
    names.set(LogEvents.FIELDS.indexOf(LogEvents.TS), "page");
    write("a.json", "{\"the.page\":\"Home\",\"page\":7,\"ts\":1}\n{\"page\":\"x\"}");
    Dataset<Row> rows = events(new JsonPaths(names));

    assertThat(
            columns(rows, LogEvents.PAGE, LogEvents.TS, Origin.UNKNOWN_FIELDS, Origin.READ_PROBLEM))
        .containsExactly(
            RowFactory.create("Home", 7L, "ts", null),
            RowFactory.create(null, null, null, "bad-type-ts"));
  }

  @Test
  void streamsAFileThatIsTooLargeToBeFetchedWhole() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      text.append("{\"ts\":")
          .append(i)
          .append(",\"song\":\"")
          .append("s".repeat(i % 200))
          .append("\"}\n");
    }
    write("large.json", text.toString());
    assertThat(Files.size(root.resolve("large.json"))).isGreaterThan(FilesInOrder.SMALL);
    Dataset<Row> rows = events(JsonPaths.none());

    assertThat(
            rows.where("read_problem is null and ts = source_line - 1 and length(song) = ts % 200")
                .count())
        .isEqualTo(60_000);
    assertThat(rows.count()).isEqualTo(60_000);
  }

  @Test
  void readsOneLargeLogInSeveralTasks() throws IOException {
    int lines = 3_000;
    String padding = "p".repeat(50_000);
    try (BufferedWriter log = Files.newBufferedWriter(root.resolve("large.json"))) {
      for (int i = 0; i < lines; i++) {
        log.write("{\"ts\":%d,\"song\":\"%s\"}\n".formatted(i, padding));
      }
    }
    Dataset<Row> rows = events(JsonPaths.none());

    assertThat(rows.rdd().getNumPartitions()).isEqualTo(4);
    assertThat(
            rows.where("read_problem is null and ts = source_line - 1")
                .agg(countDistinct("ts"), count("ts"))
                .first())
        .isEqualTo(RowFactory.create((long) lines, (long) lines));
  }

  @Test
  void namesALargeLogThatVanishedAfterTheListing() throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(root.resolve("a.json").toFile(), "rw")) {
      log.setLength(200 << 20);
    }
    Dataset<Row> rows = events(JsonPaths.none());
    Files.delete(root.resolve("a.json"));

    assertThatThrownBy(rows::count)
        .hasStackTraceContaining("'" + uri("a.json") + "'")
        .hasStackTraceContaining(EtlException.class.getName());
  }

  @Test
  void namesAFileThatVanishedAfterTheListing() throws IOException {
    write("a.json", "{}");
    write("gone.json", "{}");
    Dataset<Row> rows = songs().read(songs().list());
    Files.delete(root.resolve("gone.json"));

    assertThatThrownBy(rows::collectAsList)
        .hasStackTraceContaining("'" + uri("gone.json") + "'")
        .hasStackTraceContaining(EtlException.class.getName());
  }

  @Test
  void namesAFileThatShrankAfterTheListing() throws IOException {
    write("a.json", "{\"song_id\":\"S1\"}");
    Dataset<Row> rows = songs().read(songs().list());
    write("a.json", "{}");

    assertThatThrownBy(rows::collectAsList).hasStackTraceContaining("'" + uri("a.json") + "'");
  }

  private JsonSource songs() {
    return JsonSources.songs(Spark.session(), root.toString());
  }

  private Dataset<Row> events(JsonPaths names) {
    JsonSource events = JsonSources.events(Spark.session(), root.toString(), names);
    return events.read(events.list());
  }

  private static List<Row> columns(Dataset<Row> rows, Field... fields) {
    return rows.select(com.sparkify.etl.core.table.Table.columns(List.of(fields))).collectAsList();
  }

  private void write(String below, String content) throws IOException {
    Path file = root.resolve(below);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private String uri(String below) {
    return "file:" + root.resolve(below);
  }
}
