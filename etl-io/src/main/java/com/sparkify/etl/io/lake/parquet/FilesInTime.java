package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.io.lake.TimedFile;
import com.sparkify.etl.io.storage.ParquetFooters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/** What the footers of a table's files tell of the times of their rows. */
final class FilesInTime {
  private static final long MICROS_PER_MILLI = 1_000;

  private final TableFiles files;
  private final Configuration conf;

  FilesInTime(Path lake, Configuration conf) throws IOException {
    this.files = new TableFiles(lake, conf);
    this.conf = conf;
  }

  /** What a footer tells. */
  private record Told(TimeSpan span, long rows) {}

  /**
   * The files in {@code folder} of {@code table}; none if one of them does not tell.
   *
   * @param time a timestamp in microseconds, null in no row
   */
  List<TimedFile> in(String table, String folder, String time) throws IOException {
    Map<String, FileStatus> found = files.statuses(table + "/" + folder);
    Map<FileStatus, Optional<Told>> footers =
        ParquetFooters.of(found.values(), footer -> told(footer, time), conf);
    List<TimedFile> timed = new ArrayList<>();
    found.forEach(
        (path, status) ->
            footers
                .getOrDefault(status, Optional.empty())
                .ifPresent(
                    told -> timed.add(new TimedFile(path, folder, told.span(), told.rows()))));
    return timed.size() == found.size() ? timed : List.of();
  }

  private static Optional<Told> told(ParquetMetadata footer, String time) {
    Optional<Told> all = Optional.empty();
    for (BlockMetaData rowGroup : footer.getBlocks()) {
      Statistics<?> values = ParquetFooters.statistics(rowGroup, time);
      if (!(values instanceof LongStatistics times) || !times.hasNonNullValue()) {
        return Optional.empty();
      }
      Told told =
          new Told(
              new TimeSpan(
                  Math.floorDiv(times.getMin(), MICROS_PER_MILLI),
                  Math.floorDiv(times.getMax(), MICROS_PER_MILLI)),
              rowGroup.getRowCount());
      all =
          Optional.of(
              all.map(
                      others ->
                          new Told(others.span().with(told.span()), others.rows() + told.rows()))
                  .orElse(told));
    }
    return all;
  }
}
