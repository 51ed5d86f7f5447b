package com.sparkify.etl.io.staging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.io.source.JsonPaths;
import com.sparkify.etl.io.source.JsonSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
