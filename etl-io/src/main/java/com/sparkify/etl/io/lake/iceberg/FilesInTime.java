package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.io.lake.Layout;
import com.sparkify.etl.io.lake.TimedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types.NestedField;

/** What a table's metadata tells of the times of the rows in its files; no file is opened. */
final class FilesInTime {
  private static final long MICROS_PER_MILLI = 1_000;

  private final Table table;
  private final Partitioning partitioning;

  FilesInTime(Table table, Partitioning partitioning) {
    this.table = table;
    this.partitioning = partitioning;
  }

  /** The files of {@code partitions}, but none of a partition with a file that does not tell. */
  List<TimedFile> in(long snapshotId, Set<List<Object>> partitions) throws IOException {
    Optional<NestedField> time =
        partitioning.monthOf().map(Field::name).map(table.schema()::findField);
    Set<String> folders =
        partitions.stream()
            .map(partition -> Layout.folder(partitioning.table(), partition))
            .collect(Collectors.toSet());
    List<TimedFile> timed = new ArrayList<>();
    Set<String> silent = new HashSet<>();
    try (CloseableIterable<FileScanTask> found =
        table.newScan().useSnapshot(snapshotId).includeColumnStats().planFiles()) {
      for (FileScanTask task : found) {
        String folder = partitioning.folder(task.file().partition());
        if (folders.contains(folder)) {
          time.flatMap(field -> span(task.file(), field))
              .map(span -> timed(task.file(), folder, span))
              .ifPresentOrElse(timed::add, () -> silent.add(folder));
        }
      }
    }
    timed.removeIf(file -> silent.contains(file.folder()));
    return timed;
  }

  private static TimedFile timed(DataFile file, String folder, TimeSpan span) {
    return new TimedFile(file.location(), folder, span, file.recordCount());
  }

  private static Optional<TimeSpan> span(DataFile file, NestedField time) {
    Optional<Long> first = millis(file.lowerBounds(), time);
    Optional<Long> last = millis(file.upperBounds(), time);
    return first.isPresent() && last.isPresent()
        ? Optional.of(new TimeSpan(first.orElseThrow(), last.orElseThrow()))
        : Optional.empty();
  }

  private static Optional<Long> millis(Map<Integer, ByteBuffer> bounds, NestedField time) {
    return Optional.ofNullable(bounds)
        .map(known -> known.get(time.fieldId()))
        .map(bound -> Conversions.<Long>fromByteBuffer(time.type(), bound))
        .map(micros -> Math.floorDiv(micros, MICROS_PER_MILLI));
  }
}
