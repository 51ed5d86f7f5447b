package com.sparkify.etl.io.staging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.io.source.JsonPaths;
import com.sparkify.etl.io.source.JsonSources;
import com.sparkify.etl.io.storage.ParquetFooters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.parquet.column.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetStagingTest extends StagingContract {
  private final Path batches;
  private final Path logs;

  ParquetStagingTest(@TempDir Path lake, @TempDir Path logs) {
    super(
        new LocalLogs(logs),
        JsonSources.events(Spark.session(), logs.toString(), JsonPaths.none()),
        source -> StagingAreas.of(lake.toString(), Spark.session()).events(source));
    this.logs = logs;
    this.batches = lake.resolve("_sparkify/staging/events");
  }

  @Test
  void aBatchWithoutItsMarkerDoesNotCountAndTheNextLoadRemovesIt() throws IOException {
    Path unfinished = Files.createDirectories(batches.resolve("batch=000007"));
    Files.writeString(unfinished.resolve("part-0.parquet"), "cut off");
    Files.writeString(logs.resolve("a.json"), "[]");

    assertThat(staging.ledger().batches()).isEmpty();

    Batch batch = staging.stage(source.list());
    assertThat(batch.id()).isEqualTo("000008");
    assertThat(unfinished).doesNotExist();
    assertThat(batches.resolve("batch=000008/_SUCCESS")).exists();
  }

  @Test
  void footersTellTheFirstAndTheLastOnlyOfWhatIsLookedFor() throws IOException {
    Files.writeString(logs.resolve("a.json"), "{\"ts\":1541106106796,\"userAgent\":\"Agent\"}");
    staging.stage(source.list());

    assertThat(isInFooter("userAgent")).isFalse();
    assertThat(isInFooter("ts")).isTrue();
    assertThat(isInFooter("source_file")).isTrue();
  }

  private boolean isInFooter(String column) throws IOException {
    Configuration conf = new Configuration();
    org.apache.hadoop.fs.Path batch =
        new org.apache.hadoop.fs.Path(batches.resolve("batch=000001").toUri());
    FileStatus[] parts = batch.getFileSystem(conf).listStatus(batch, BatchFolders::isPart);
    return ParquetFooters.of(
            List.of(parts),
            footer -> ParquetFooters.statistics(footer.getBlocks().get(0), column),
            conf)
        .values()
        .stream()
        .anyMatch(Statistics::hasNonNullValue);
  }

  @Test
  void packsAllRowsOfSeveralBatchesIntoOneFile() throws IOException {
    for (String name : List.of("a.json", "b.json", "c.json")) {
      Files.writeString(logs.resolve(name), "[]\n{}");
      staging.stage(staging.ledger().pending(source.list()));
    }
    Ledger ledger = staging.ledger();

    staging.pack(ledger.packing(ledger.batchIds()));

    try (Stream<Path> files = Files.list(batches.resolve("batch=000004"))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString().replaceFirst("^part.*", "part"))
                  .filter(name -> !name.startsWith("."))) // sums of a file system that keeps them
          .containsExactlyInAnyOrder("_SUCCESS", "_files", "_replaces", "part");
    }
  }

  @Test
  void aPackedBatchThatWasCutOffDoesNotCountAndThoseItWasMadeOfDo() throws IOException {
    Files.writeString(logs.resolve("a.json"), "[]");
    staging.stage(source.list());
    Files.writeString(logs.resolve("b.json"), "[]");
    staging.stage(staging.ledger().pending(source.list()));
    Ledger ledger = staging.ledger();
    staging.pack(ledger.packing(ledger.batchIds()));
    Files.delete(batches.resolve("batch=000003/_SUCCESS"));

    assertThat(staging.ledger()).isEqualTo(ledger);
    assertThat(staging.leftovers()).containsExactly("000003");
    assertThat(staging.current(staging.ledger()).count()).isEqualTo(2);
  }

  @Test
  void aRemovalThatWasCutOffLeavesABatchThatDoesNotCount() throws IOException {
    Files.writeString(logs.resolve("a.json"), "[]");
    staging.stage(source.list());
    Files.writeString(logs.resolve("b.json"), "[]");
    staging.stage(staging.ledger().pending(source.list()));
    Ledger ledger = staging.ledger();
    Batch packed = staging.pack(ledger.packing(ledger.batchIds()));
    Files.delete(batches.resolve("batch=000001/_SUCCESS"));
    Files.delete(batches.resolve("batch=000001/_files"));

    assertThat(staging.ledger().batches()).containsExactly(packed);
    assertThat(staging.leftovers()).containsExactly("000001", "000002");

    staging.removeLeftovers();

    assertThat(staging.ledger().batches()).containsExactly(packed);
    assertThat(staging.current(staging.ledger()).count()).isEqualTo(2);
    assertThat(batches).isDirectoryNotContaining("glob:**batch=00000[12]");
  }

  @Test
  void oneBatchInWhichEveryVersionCountsIsNotPacked() throws IOException {
    Files.writeString(logs.resolve("a.json"), "[]");
    staging.stage(source.list());

    assertThat(staging.ledger().packing(Set.of("000001")).isNeeded()).isFalse();
    assertThat(staging.ledger().packing(Set.of()).isNeeded()).isFalse();
  }

  private record LocalLogs(Path folder) implements Logs {
    @Override
    public String uri() {
      return folder.toUri().toString();
    }

    @Override
    public void write(String name, String content) {
      Path file = folder.resolve(name);
      try {
        long seconds =
            Files.exists(file)
                ? Files.getLastModifiedTime(file).toMillis() / 1_000 + 60
                : 1_000_000;
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(seconds)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
