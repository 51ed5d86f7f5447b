package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.storage.Documents;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.sparkify.etl.runner.config.LakeSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Which rejected records were exported: {@code <lake>/_sparkify/rejects/<export-id>.jsonl}. */
final class ExportLog {
  private static final String SUFFIX = ".jsonl";

  private final Path folder;
  private final Configuration conf;
  private final Documents documents;

  @Inject
  ExportLog(LakeSettings lake, Configuration conf) {
    this.folder = new Path(lake.path(), "_sparkify/rejects");
    this.conf = conf;
    this.documents = new Documents(conf);
  }

  void keep(String id, List<ExportedReject> exported) {
    Path path = new Path(folder, id + SUFFIX);
    try {
      documents.writeLines(path, exported);
    } catch (IOException e) {
      throw StorageTrouble.failure("write what was exported to '%s'".formatted(path), e);
    }
  }

  /** What each export holds, by its id. */
  Map<String, List<ExportedReject>> exports() {
    Map<String, List<ExportedReject>> exports = new TreeMap<>();
    try {
      for (FileStatus file : folder.getFileSystem(conf).listStatus(folder)) {
        String name = file.getPath().getName();
        if (name.endsWith(SUFFIX) && !name.startsWith("_")) {
          exports.put(
              name.substring(0, name.length() - SUFFIX.length()),
              documents.readLines(file.getPath(), ExportedReject.class));
        }
      }
      return exports;
    } catch (FileNotFoundException neverExported) {
      return Map.of();
    } catch (IOException e) {
      throw StorageTrouble.failure("read what was exported in '%s'".formatted(folder), e);
    }
  }
}
