package com.sparkify.etl.io.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.LakeContract;
import com.sparkify.etl.io.lake.Recovery;
import com.sparkify.etl.io.lake.Release.Part;
import com.sparkify.etl.io.lake.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetLakeTest extends LakeContract {
  private static final Set<Path> SEEN_WHILE_WRITING = ConcurrentHashMap.newKeySet();

  private final Path folder;

  ParquetLakeTest(@TempDir Path folder) {
    super(folder.toString(), ParquetLakeTest::lakeAt);
    this.folder = folder;
  }

  private static Lake lakeAt(String root) {
    return ParquetTables.at(root, Spark.session());
  }

  @Test
  void doesNotBeginBesideTablesOfAnotherFormat() throws IOException {
    Files.createDirectories(folder.resolve("_sparkify/versions"));

    for (ThrowingCallable asked :
        List.<ThrowingCallable>of(
            () -> lakeAt(folder.toString()).current(),
            () -> lakeAt(folder.toString()).recorded())) {
      assertThatThrownBy(asked)
          .isInstanceOf(EtlException.class)
          .hasMessageContaining("has its tables in Iceberg, not in Parquet")
          .hasMessageContaining(folder.toString());
    }
  }

  @Test
  void writesInstantsInMicrosecondsWithZstd() {
    publish(plain(RowFactory.create("a", java.sql.Timestamp.valueOf("2018-11-01 12:00:00"))));

    ParquetMetadata footer = footer(dataFiles("plain").iterator().next());
    assertThat(footer.getFileMetaData().getSchema().getType("at").asPrimitiveType().toString())
        .isEqualTo("optional int64 at (TIMESTAMP(MICROS,true))");
    assertThat(footer.getFileMetaData().getSchema().getColumns())
        .noneMatch(
            column -> column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT96);
    assertThat(footer.getBlocks().get(0).getColumns())
        .allSatisfy(chunk -> assertThat(chunk.getCodec().name()).isEqualTo("ZSTD"));
  }

  @Test
  void keepsADictionaryOfValuesThatComeAgainAndNoneOfKeys() {
    java.sql.Timestamp noon = java.sql.Timestamp.valueOf("2018-11-01 12:00:00");
    publish(
        plain(
            IntStream.range(0, 20)
                .mapToObj(i -> RowFactory.create("a key that is none", noon))
                .toArray(Row[]::new)));

    assertThat(
            footer(dataFiles("plain").iterator().next()).getBlocks().get(0).getColumns().stream()
                .filter(ColumnChunkMetaData::hasDictionaryPage)
                .map(chunk -> chunk.getPath().toDotString()))
        .containsExactly("at");
  }

  @Test
  void keepsPartitionColumnsOutOfTheFiles() {
    publish(monthly(all(), RowFactory.create(2018, "x", 11)));

    Path file = dataFiles("monthly").iterator().next();
    assertThat(folder.relativize(file.getParent())).hasToString("monthly/year=2018/month=11");
    assertThat(footer(file).getFileMetaData().getSchema().getFields())
        .extracting(field -> field.getName())
        .containsExactly("name");
  }

  @Test
  void leavesTheFilesOfOtherPartitionsAlone() {
    publish(monthly(all(), RowFactory.create(2018, "a", 10), RowFactory.create(2018, "b", 11)));
    Set<Path> october = dataFiles("monthly/year=2018/month=10");

    publish(monthly(only(2018, 11), RowFactory.create(2018, "c", 11)));

    assertThat(dataFiles("monthly/year=2018/month=10")).isEqualTo(october);
  }

  @Test
  void noTableChangesBeforeTheFilesOfAllAreWhole() {
    publish(plain(RowFactory.create("old", null)), monthly(all()));
    Set<Path> before = Set.copyOf(everything("plain"));
    SEEN_WHILE_WRITING.clear();

    publish(plain(RowFactory.create("new", null)), watching(RowFactory.create(2018, "new", 11)));

    assertThat(SEEN_WHILE_WRITING).isEqualTo(before);
    assertThat(everything("plain")).doesNotContainAnyElementsOf(before);
    assertThat(folder.resolve("_sparkify/incoming")).doesNotExist();
  }

  /** A part whose rows look, when they are written, at what lies in the folder of the other. */
  private Part watching(Row row) {
    Part part = monthly(all(), row);
    String watched = folder.resolve("plain").toString();
    Dataset<Row> rows =
        part.rows()
            .filter(
                (FilterFunction<Row>)
                    each ->
                        SEEN_WHILE_WRITING.addAll(files(Path.of(watched))) || !each.isNullAt(0));
    return new Part(part.table(), rows, part.amount(), part.replaced());
  }

  @Test
  void undoesAPublishThatWasCutOffWhileAddingFiles() throws IOException {
    publish(plain(RowFactory.create("old", null)));
    Path old = dataFiles("plain").iterator().next();
    Files.writeString(
        folder.resolve("_sparkify/publish.json"),
        """
        {"step": "ADDING", "kept": {"plain": ["plain/%s"]}, "retire": [],
         "version": {"runId": "cut-off", "publishedAt": "", "tables": {},
                     "basis": {"songBatches": [], "eventBatches": [], "rules": ""}}}
        """
            .formatted(old.getFileName()));
    Files.copy(old, folder.resolve("plain/part-of-the-cut-off-run.parquet"));
    Files.createDirectories(folder.resolve("_sparkify/incoming/plain/_temporary/0/task"));

    assertThat(lakeAt(folder.toString()).recover())
        .contains(new Recovery("cut-off", Recovery.Way.UNDONE));

    assertThat(lakeAt(folder.toString()).current()).map(Version::runId).contains("run-1");
    assertThat(rows(PLAIN)).containsExactly(RowFactory.create("old", null));
    assertThat(everything("plain")).containsExactly(old);
    assertThat(folder.resolve("_sparkify/incoming")).doesNotExist();
    assertThat(folder.resolve("_sparkify/publish.json")).doesNotExist();
  }

  @Test
  void finishesAPublishThatWasCutOffWhileRetiringFiles() throws IOException {
    publish(plain(RowFactory.create("new", null)));
    Path current = dataFiles("plain").iterator().next();
    Files.copy(current, folder.resolve("plain/part-to-retire.parquet"));
    Files.createDirectories(folder.resolve("plain/__magic_job-1/task"));
    Files.writeString(folder.resolve("plain/__magic_job-1/task/part.pending"), "{}");
    Files.copy(folder.resolve("_sparkify/version.json"), folder.resolve("version"));
    Files.writeString(
        folder.resolve("_sparkify/publish.json"),
        """
        {"step": "RETIRING", "kept": {}, "retire": ["plain/gone.parquet", "plain/part-to-retire.parquet"],
         "version": %s}
        """
            .formatted(Files.readString(folder.resolve("version")).replace("run-1", "run-2")));

    assertThat(lakeAt(folder.toString()).recover())
        .contains(new Recovery("run-2", Recovery.Way.FINISHED));

    assertThat(lakeAt(folder.toString()).recover()).isEmpty();
    assertThat(lakeAt(folder.toString()).current()).map(Version::runId).contains("run-2");
    assertThat(everything("plain")).containsExactly(current);
    assertThat(folder.resolve("_sparkify/publish.json")).doesNotExist();
  }

  @Test
  void doesNotTrustAVersionWhoseFilesAreGone() throws IOException {
    publish(plain(RowFactory.create("a", null)));
    Files.delete(dataFiles("plain").iterator().next());

    assertThat(lakeAt(folder.toString()).current()).isEmpty();
  }

  private Set<Path> dataFiles(String below) {
    return everything(below).stream()
        .filter(file -> !file.getFileName().toString().startsWith("."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Path> everything(String below) {
    return files(folder.resolve(below));
  }

  private static List<Path> files(Path below) {
    try (Stream<Path> files = Files.walk(below)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(".crc"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ParquetMetadata footer(Path file) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
      return reader.getFooter();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
