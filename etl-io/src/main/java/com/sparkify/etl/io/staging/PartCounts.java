package com.sparkify.etl.io.staging;

import static com.sparkify.etl.io.storage.ParquetFooters.isAllNull;
import static com.sparkify.etl.io.storage.ParquetFooters.statistics;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.io.storage.ParquetFooters;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * What the footers of a batch's Parquet files tell without its rows. A footer tells all that is to
 * count where each row group holds rows of one source file, none of them rejected and none with an
 * unknown field, as large log files make them.
 *
 * @param accepted rows by the URI of their source file, in the Parquet files that tell
 * @param silent paths of the Parquet files whose rows have to be read, or that of their folder
 */
record PartCounts(Map<String, Long> accepted, List<String> silent) {
  /** The names of what is looked at. */
  static final Set<String> FIELDS =
      Set.of(
          Origin.SOURCE_FILE.name(), StagedRows.REJECT_REASON.name(), Origin.UNKNOWN_FIELDS.name());

  /**
   * Reads the footers in {@code folder}, unless it has to hold rows of several of so many source
   * files side by side.
   */
  static PartCounts of(Path folder, int sourceFiles, Configuration conf) {
    try {
      FileStatus[] parts = folder.getFileSystem(conf).listStatus(folder, BatchFolders::isPart);
      PartCounts counts =
          parts.length < sourceFiles ? new PartCounts(Map.of(), List.of()) : of(parts, conf);
      return counts.accepted().isEmpty()
          ? new PartCounts(Map.of(), List.of(folder.toString()))
          : counts;
    } catch (IOException e) {
      throw StorageTrouble.failure("count the staged rows in '%s'".formatted(folder), e);
    }
  }

  private static PartCounts of(FileStatus[] parts, Configuration conf) throws IOException {
    Map<String, Long> accepted = new HashMap<>();
    List<String> silent = new ArrayList<>();
    ParquetFooters.of(List.of(parts), PartCounts::acceptedIn, conf)
        .forEach(
            (part, rows) -> {
              rows.forEach((file, n) -> accepted.merge(file, n, Long::sum));
              if (rows.isEmpty()) {
                silent.add(part.getPath().toString());
              }
            });
    return new PartCounts(accepted, silent);
  }

  /** Rows by source file; nothing if the footer does not tell. */
  private static Map<String, Long> acceptedIn(ParquetMetadata footer) {
    Map<String, Long> accepted = new HashMap<>();
    for (BlockMetaData rowGroup : footer.getBlocks()) {
      Statistics<?> file = statistics(rowGroup, Origin.SOURCE_FILE.name());
      if (!isOneValue(file)
          || !isAllNull(rowGroup, StagedRows.REJECT_REASON.name())
          || !isAllNull(rowGroup, Origin.UNKNOWN_FIELDS.name())) {
        return Map.of();
      }
      accepted.merge(new String(file.getMinBytes(), UTF_8), rowGroup.getRowCount(), Long::sum);
    }
    return accepted;
  }

  private static boolean isOneValue(Statistics<?> values) {
    return values.isNumNullsSet()
        && values.getNumNulls() == 0
        && values.hasNonNullValue()
        && Arrays.equals(values.getMinBytes(), values.getMaxBytes());
  }
}
