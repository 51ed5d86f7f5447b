package com.sparkify.etl.runner.job.doctor;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.io.source.SourceFolder;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Looks whether a source has files, and whether they can be read. */
final class SourceCheck {
  private final Configuration hadoop;

  SourceCheck(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  Finding examine(String source, SourceFolder folder, String option) {
    try {
      List<SourceFile> files = folder.list(hadoop);
      Path first = new Path(files.get(0).path());
      try (InputStream content = first.getFileSystem(hadoop).open(first)) {
        String text =
            "'%s' holds %,d %s"
                .formatted(folder.root(), files.size(), files.size() == 1 ? "file" : "files");
        return content.read() < 0
            ? Finding.warn(source, text, "'%s' is empty".formatted(first))
            : Finding.ok(source, text);
      }
    } catch (EtlException e) {
      return e.kind() == Kind.STORAGE
          ? trouble(source, "'%s' cannot be listed".formatted(folder.root()), e)
          : Finding.fail(
              e.kind(),
              source,
              String.valueOf(e.getMessage()),
              "name the folder of the files with %s".formatted(option));
    } catch (IOException e) {
      return trouble(source, "the first file cannot be read", e);
    }
  }

  private static Finding trouble(String source, String what, Exception failure) {
    StorageTrouble trouble = StorageTrouble.of(failure);
    return Finding.fail(
        Kind.STORAGE, source, "%s: %s".formatted(what, trouble.reason()), trouble.advice());
  }
}
