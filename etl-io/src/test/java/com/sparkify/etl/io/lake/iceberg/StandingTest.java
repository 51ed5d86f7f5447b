package com.sparkify.etl.io.lake.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.lake.Lake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {
  private final String root;

  StandingTest(@TempDir Path folder) {
    this.root = folder.resolve("lake").toString();
  }

  @Test
  void readsTheMetadataOfEachTableOnce() {
    Plays.publish(lake(), "1", "2018-11-01T00:00:00Z");
    Lake opened = lake();

    assertThat(StepsFileSystem.metadataReadBy(opened::current))
        .extracting(metadata -> metadata.getParent().getParent().getName())
        .containsExactlyInAnyOrder("levels", "listeners", "plays");
  }

  private Lake lake() {
    return Plays.lakeAt(root, StepsFileSystem.conf(Plays.conf()));
  }
}
