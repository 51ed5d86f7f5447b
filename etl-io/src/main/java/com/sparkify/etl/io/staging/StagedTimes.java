package com.sparkify.etl.io.staging;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.io.storage.ParquetFooters;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * What the footers of staged files tell of the times in them. Spark would look into each footer
 * with every query, and has one task look into all that are small.
 */
final class StagedTimes {
  /** More are looked into sooner by the tasks of each query than here once. */
  private static final int MOST_FILES = 2_000;

  private static final TimeSpan ANY = new TimeSpan(Long.MIN_VALUE, Long.MAX_VALUE);

  private final BatchFolders folders;
  private final Supplier<Configuration> conf;

  /** By batches, which never change, so their footers are read once. */
  private final Map<Set<String>, Optional<Map<FileStatus, Optional<TimeSpan>>>> known =
      new ConcurrentHashMap<>();

  StagedTimes(BatchFolders folders, Supplier<Configuration> conf) {
    this.folders = folders;
    this.conf = conf;
  }

  /**
   * The files of {@code batches} of whose times {@code isNeeded}; none without a time, and all that
   * do not tell theirs. Nothing if there are too many files to look into.
   *
   * @param time the same field always; in epoch milliseconds
   */
  Optional<List<Path>> files(Set<String> batches, Field time, Predicate<TimeSpan> isNeeded) {
    return known
        .computeIfAbsent(batches, first -> spans(first, time.name()))
        .map(
            spans -> {
              List<Path> files = new ArrayList<>();
              spans.forEach(
                  (file, span) -> span.filter(isNeeded).ifPresent(is -> files.add(file.getPath())));
              return files;
            });
  }

  private Optional<Map<FileStatus, Optional<TimeSpan>>> spans(Set<String> batches, String time) {
    List<FileStatus> files = folders.parts(batches);
    if (files.size() > MOST_FILES) {
      return Optional.empty();
    }
    try {
      return Optional.of(ParquetFooters.of(files, footer -> span(footer, time), conf.get()));
    } catch (IOException e) {
      throw StorageTrouble.failure(
          "look for the times of the rows in '%s'".formatted(folders.root()), e);
    }
  }

  /** From the first to the last time; empty if there is none. */
  private static Optional<TimeSpan> span(ParquetMetadata footer, String time) {
    Optional<TimeSpan> all = Optional.empty();
    for (BlockMetaData rowGroup : footer.getBlocks()) {
      if (ParquetFooters.isAllNull(rowGroup, time)) {
        continue;
      }
      if (!(ParquetFooters.statistics(rowGroup, time) instanceof LongStatistics times)
          || !times.hasNonNullValue()) {
        return Optional.of(ANY);
      }
      TimeSpan span = new TimeSpan(times.getMin(), times.getMax());
      all = Optional.of(all.map(span::with).orElse(span));
    }
    return all;
  }
}
