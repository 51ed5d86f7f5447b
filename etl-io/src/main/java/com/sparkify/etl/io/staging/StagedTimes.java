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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * What the footers of staged files tell of the times in them. Spark would look into each footer
 * with every query, and has one task look into all that are small.
 */
final class StagedTimes {
  private static final TimeSpan ANY = new TimeSpan(Long.MIN_VALUE, Long.MAX_VALUE);

  private final Supplier<Configuration> conf;

  /** A batch never changes, so a footer is read once. */
  private final Map<Path, Map<FileStatus, Optional<TimeSpan>>> known = new ConcurrentHashMap<>();

  StagedTimes(Supplier<Configuration> conf) {
    this.conf = conf;
  }

  /**
   * The files in {@code folders}, which are of batches, of whose times {@code isNeeded}; none
   * without a time, and all that do not tell theirs.
   *
   * @param time the same field always; in epoch milliseconds
   */
  List<Path> files(List<Path> folders, Field time, Predicate<TimeSpan> isNeeded) {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      known
          .computeIfAbsent(folder, path -> spans(path, time.name()))
          .forEach(
              (file, span) -> {
                if (span.filter(isNeeded).isPresent()) {
                  files.add(file.getPath());
                }
              });
    }
    return files;
  }

  private Map<FileStatus, Optional<TimeSpan>> spans(Path folder, String time) {
    try {
      FileStatus[] parts =
          folder
              .getFileSystem(conf.get())
              .listStatus(folder, path -> PartCounts.isPart(path.getName()));
      return ParquetFooters.of(List.of(parts), footer -> span(footer, time), conf.get());
    } catch (IOException e) {
      throw StorageTrouble.failure("look for the times of the rows in '%s'".formatted(folder), e);
    }
  }

  /** From the first to the last time; empty if there is none. */
  private static Optional<TimeSpan> span(ParquetMetadata footer, String time) {
    Optional<TimeSpan> all = Optional.empty();
    for (BlockMetaData rowGroup : footer.getBlocks()) {
      Statistics<?> values = ParquetFooters.statistics(rowGroup, time);
      if (values.isNumNullsSet() && values.getNumNulls() == rowGroup.getRowCount()) {
        continue;
      }
      if (!(values instanceof LongStatistics times) || !times.hasNonNullValue()) {
        return Optional.of(ANY);
      }
      TimeSpan span = new TimeSpan(times.getMin(), times.getMax());
      all = Optional.of(all.map(span::with).orElse(span));
    }
    return all;
  }
}
