package com.sparkify.etl.io.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.io.fixture.Spark;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForklessLocalFileSystemTest {
  private final Path folder;

  ForklessLocalFileSystemTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void startsNoProcessWhileSparkWritesAndReads() throws Exception {
    SparkSession spark = Spark.session();
    forgetOtherLocalFileSystems();
    String table = folder.resolve("table").toString();

    List<String> commands =
        commandsOf(
            () -> {
              spark
                  .range(100)
                  .selectExpr("id", "id % 3 as part")
                  .write()
                  .partitionBy("part")
                  .parquet(table);
              assertThat(spark.read().parquet(table).count()).isEqualTo(100);
            });

    assertThat(commands).noneMatch(command -> command.contains(folder.toString()));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".crc"));
    }
  }

  /** Shows that the count above would see them. */
  @Test
  void hadoopsOwnStartsAProcessToSetPermissions() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    FileSystem plain = new RawLocalFileSystem();
    plain.initialize(folder.toUri(), new Configuration());

    List<String> commands =
        commandsOf(() -> plain.setPermission(hadoop(file), new FsPermission((short) 0640)));

    assertThat(commands).anyMatch(command -> command.contains("chmod"));
  }

  @Test
  void tellsAndSetsWhatTheFileIs() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "12345");
    FileSystem storage = forkless();

    storage.setPermission(hadoop(file), new FsPermission((short) 0640));
    FileStatus status = storage.getFileStatus(hadoop(file));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(status.getPermission()).isEqualTo(new FsPermission((short) 0640));
    assertThat(status.getLen()).isEqualTo(5);
    assertThat(status.isFile()).isTrue();
    assertThat(status.getOwner()).isEqualTo(Files.getOwner(file).getName());
    assertThat(status.getModificationTime()).isEqualTo(Files.getLastModifiedTime(file).toMillis());
    assertThat(status.getPath()).isEqualTo(new RawLocalFileSystem().makeQualified(hadoop(file)));
  }

  @Test
  void keepsTheStickyBitOfAFolder() throws IOException {
    FileSystem storage = forkless();
    org.apache.hadoop.fs.Path made = hadoop(folder.resolve("a/b"));

    assertThat(storage.mkdirs(made, new FsPermission((short) 0755))).isTrue();
    storage.setPermission(made, new FsPermission((short) 01777));

    assertThat(storage.getFileStatus(made).isDirectory()).isTrue();
    assertThat(storage.getFileStatus(made).getPermission())
        .isEqualTo(new FsPermission((short) 01777));
  }

  @Test
  void saysThatAFileIsAbsent() throws IOException {
    FileSystem storage = forkless();

    assertThatThrownBy(() -> storage.getFileStatus(hadoop(folder.resolve("none"))))
        .isInstanceOf(FileNotFoundException.class);
    assertThat(storage.exists(hadoop(folder.resolve("none")))).isFalse();
  }

  @Test
  void isWhatHadoopTakesForTheLocalFileSystem() throws IOException {
    Configuration conf = new Configuration();
    conf.set("fs.file.impl", ForklessLocalFileSystem.class.getName());
    conf.set("fs.file.impl.disable.cache", "true");

    try (LocalFileSystem local = FileSystem.getLocal(conf)) {
      assertThat(local).isInstanceOf(ForklessLocalFileSystem.class);
    }
  }

  /** Hadoop keeps the first file system that a JVM asks for, whatever is configured later. */
  private static void forgetOtherLocalFileSystems() throws IOException {
    FileSystem.closeAll();
  }

  private FileSystem forkless() throws IOException {
    FileSystem storage = new ForklessLocalFileSystem();
    storage.initialize(folder.toUri(), new Configuration());
    return storage;
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  private List<String> commandsOf(Action action) throws Exception {
    Path recorded = folder.resolve("processes.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      action.run();
      recording.stop();
      recording.dump(recorded);
    }
    return RecordingFile.readAllEvents(recorded).stream()
        .map((RecordedEvent event) -> event.getString("command"))
        .toList();
  }

  private interface Action {
    void run() throws Exception;
  }
}
