package com.sparkify.etl.io.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** Reads the footers of Parquet files, several at a time. */
public final class ParquetFooters {
  private static final int READERS = 32;

  private ParquetFooters() {}

  /** What {@code told} makes of the footer of each file, in the order of {@code files}. */
  public static <T> Map<FileStatus, T> of(
      Collection<? extends FileStatus> files, Function<ParquetMetadata, T> told, Configuration conf)
      throws IOException {
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      Map<FileStatus, Future<T>> footers = new LinkedHashMap<>();
      for (FileStatus file : files) {
        footers.put(file, readers.submit(() -> told.apply(footer(file, conf))));
      }
      Map<FileStatus, T> found = new LinkedHashMap<>();
      for (Map.Entry<FileStatus, Future<T>> footer : footers.entrySet()) {
        found.put(footer.getKey(), footer.getValue().get());
      }
      return found;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while reading footers");
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof IOException known ? known : new IOException(failure);
    } finally {
      readers.shutdownNow();
    }
  }

  /** What is known of the values of {@code column}, a field of the file, in {@code rowGroup}. */
  public static Statistics<?> statistics(BlockMetaData rowGroup, String column) {
    return rowGroup.getColumns().stream()
        .filter(chunk -> chunk.getPath().toDotString().equals(column))
        .findFirst()
        .orElseThrow()
        .getStatistics();
  }

  /** Whether it is known that {@code column} has no value in {@code rowGroup}. */
  public static boolean isAllNull(BlockMetaData rowGroup, String column) {
    Statistics<?> values = statistics(rowGroup, column);
    return values.isNumNullsSet() && values.getNumNulls() == rowGroup.getRowCount();
  }

  private static ParquetMetadata footer(FileStatus file, Configuration conf) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromStatus(file, conf))) {
      return reader.getFooter();
    }
  }
}
