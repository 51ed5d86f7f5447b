package com.sparkify.etl.io.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.lake.WorkFolder.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  private static final Instant NOW = Instant.parse("2018-12-20T12:00:00Z");
  private static final String UUID = "01234567-89ab-cdef-0123-456789abcdef";

  private final Path lake;
  private final WorkFolder folder;

  WorkFolderTest(@TempDir Path lake) {
    this.lake = lake;
    this.folder = WorkFolder.of(lake.toString(), new Configuration());
  }

  @Test
  void aLakeThatIsNotThereHasNothing() {
    assertThat(folder.sizes()).isEmpty();
    assertThat(folder.leftovers(NOW)).isEmpty();
    assertThat(folder.abortUploads()).isZero();
  }

  @Test
  void countsFilesAndBytesByArea() throws IOException {
    write("version.json", Duration.ZERO);
    write("runs/one.json", Duration.ZERO);
    write("staging/songs/batch=000001/part-0", Duration.ZERO);
    write("staging/songs/batch=000001/_files", Duration.ZERO);
    write("staging/events/batch=000001/part-0", Duration.ZERO);

    assertThat(folder.sizes())
        .isEqualTo(
            Map.of(
                "documents", new Size(1, 4),
                "runs", new Size(1, 4),
                "staging/songs", new Size(2, 8),
                "staging/events", new Size(1, 4)));
  }

  @Test
  void whatWasCutOffIsLeftOverOnceNobodyCanBeAtIt() throws IOException {
    write("_version.json.unfinished", Duration.ofHours(2));
    write("runs/_one.json.unfinished", Duration.ofHours(2));
    write("runs/_two.json.unfinished", Duration.ofMinutes(59));
    write("_lock-" + UUID, Duration.ofHours(2));
    write("lock-after-20181220T120000.000Z", Duration.ofHours(2));
    write("doctor-" + UUID, Duration.ofHours(2));
    write("lock", Duration.ofHours(2));
    write("version.json", Duration.ofHours(2));
    write("staging/songs/batch=000001/_files", Duration.ofHours(2));

    assertThat(folder.leftovers(NOW.minus(Duration.ofHours(1))))
        .containsExactly(
            "_lock-" + UUID,
            "_version.json.unfinished",
            "doctor-" + UUID,
            "lock-after-20181220T120000.000Z",
            "runs/_one.json.unfinished");

    folder.remove(folder.leftovers(NOW.minus(Duration.ofHours(1))));

    assertThat(folder.leftovers(NOW)).containsExactly("runs/_two.json.unfinished");
    assertThat(lake.resolve("_sparkify/lock")).exists();
  }

  private void write(String name, Duration age) throws IOException {
    Path file = lake.resolve("_sparkify").resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, "text");
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }
}
