package com.sparkify.etl.runner.job.doctor;

import com.sparkify.etl.core.EtlException.Kind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Looks whether a source has files, and whether they can be read. */
final class SourceCheck {
  private final Configuration hadoop;

  SourceCheck(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  Finding examine(String source, String root, String option) {
    try {
      return list(source, root, option);
    } catch (FileNotFoundException e) {
      return Finding.fail(
          Kind.STORAGE,
          source,
          "'%s' does not exist".formatted(root),
          "name the folder of the files with %s".formatted(option));
    } catch (IOException | IllegalArgumentException e) {
      return Finding.fail(
          Kind.STORAGE,
          source,
          "'%s' cannot be read: %s".formatted(root, e.getMessage()),
          "check the path, the role or profile, and the connection");
    }
  }

  private Finding list(String source, String root, String option) throws IOException {
    Path path = new Path(root);
    FileSystem storage = path.getFileSystem(hadoop);
    RemoteIterator<LocatedFileStatus> files = storage.listFiles(path, true);
    Optional<Path> first = Optional.empty();
    long count = 0;
    while (files.hasNext()) {
      Path file = files.next().getPath();
      if (!file.getName().startsWith(".") && !file.getName().startsWith("_")) {
        first = first.or(() -> Optional.of(file));
        count++;
      }
    }
    if (first.isEmpty()) {
      return Finding.fail(
          Kind.STORAGE,
          source,
          "'%s' holds no file".formatted(root),
          "name the folder of the files with %s".formatted(option));
    }
    try (InputStream content = storage.open(first.orElseThrow())) {
      boolean empty = content.read() < 0;
      String text = "'%s' holds %,d %s".formatted(root, count, count == 1 ? "file" : "files");
      return empty
          ? Finding.warn(source, text, "'%s' is empty".formatted(first.orElseThrow()))
          : Finding.ok(source, text);
    }
  }
}
