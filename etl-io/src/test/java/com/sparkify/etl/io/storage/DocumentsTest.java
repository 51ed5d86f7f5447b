package com.sparkify.etl.io.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
  private Documents ours;
  private Documents hadoops;
  private Path document;

  @BeforeEach
  void place(@TempDir java.nio.file.Path folder) {
    ours = documents(ForklessLocalFileSystem.class.getName());
    hadoops = documents(LocalFileSystem.class.getName());
    document = new Path(folder.toUri().toString(), "version.json");
  }

  @Test
  void whoReadsWhileADocumentIsReplacedFindsTheOldOneOrTheNew() throws IOException {
    ours.write(document, 0);
    AtomicBoolean done = new AtomicBoolean();

    CompletableFuture<Integer> absent = CompletableFuture.supplyAsync(() -> absences(done));
    for (int version = 1; version <= 1_000; version++) {
      ours.write(document, version);
    }
    done.set(true);

    assertThat(absent.join()).isZero();
    assertThat(ours.read(document, Integer.class)).contains(1_000);
  }

  @Test
  void jobsWithAndWithoutChecksumFilesReadWhatTheOtherWrote() throws IOException {
    hadoops.write(document, "by a job on Hadoop's local file system");
    ours.write(document, "by a job on ours");
    assertThat(hadoops.read(document, String.class)).contains("by a job on ours");

    hadoops.write(document, "again");
    assertThat(ours.read(document, String.class)).contains("again");
  }

  private int absences(AtomicBoolean done) {
    int absences = 0;
    while (!done.get()) {
      try {
        absences += ours.read(document, Integer.class).isEmpty() ? 1 : 0;
      } catch (IOException halfWritten) {
        absences++;
      }
    }
    return absences;
  }

  private static Documents documents(String localFiles) {
    Configuration conf = new Configuration();
    conf.set("fs.file.impl", localFiles);
    conf.set("fs.file.impl.disable.cache", "true");
    return new Documents(conf);
  }
}
