package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.io.storage.Documents;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.sparkify.etl.runner.config.LakeSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

  /**
   * Ids of exports older than {@code id} of which no record is of a version of a file that counts
   * in {@code ledgers}: whatever is put back of them, it replays nothing.
   */
  Set<String> spentBefore(String id, List<Ledger> ledgers) {
    Set<SourceFile> current =
        ledgers.stream()
            .flatMap(ledger -> ledger.currentVersions().stream())
            .map(version -> version.file().version())
            .collect(Collectors.toSet());
    Set<String> spent = new TreeSet<>();
    exports()
        .forEach(
            (export, records) -> {
              if (export.compareTo(id) < 0
                  && records.stream().map(ExportedReject::version).noneMatch(current::contains)) {
                spent.add(export);
              }
            });
    return spent;
  }

  void forget(Set<String> ids) {
    try {
      for (String id : ids) {
        documents.delete(new Path(folder, id + SUFFIX));
      }
    } catch (IOException e) {
      throw StorageTrouble.failure("remove what was exported in '%s'".formatted(folder), e);
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
