package com.sparkify.etl.io.staging;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.io.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Counts the staged rows of each source file. */
final class StagedFiles {

  private static final StructType OUTCOME =
      new StructType()
          .add(Origin.SOURCE_FILE.name(), Origin.SOURCE_FILE.type())
          .add(StagedRows.REJECT_REASON.name(), StagedRows.REJECT_REASON.type())
          .add(Origin.UNKNOWN_FIELDS.name(), Origin.UNKNOWN_FIELDS.type());

  /** What was counted of one file so far. */
  private static final class Tally {
    private long read;
    private long accepted;
    private final Map<String, Long> rejects = new TreeMap<>();
    private final Map<String, Long> unknown = new TreeMap<>();

    private void addAccepted(long rows) {
      read += rows;
      accepted += rows;
    }

    private void add(Row outcome) {
      String reason = outcome.getString(1);
      String unknownNames = outcome.getString(2);
      long rows = outcome.getLong(3);
      if (reason == null) {
        addAccepted(rows);
      } else {
        read += rows;
        rejects.merge(reason, rows, Long::sum);
      }
      if (unknownNames != null) {
        unknownNames.lines().forEach(name -> unknown.merge(name, rows, Long::sum));
      }
    }

    private StagedFile of(SourceFile file) {
      long rejected = rejects.values().stream().mapToLong(Long::longValue).sum();
      return new StagedFile(
          file.path(),
          file.size(),
          file.modifiedMillis(),
          read,
          accepted,
          rejected,
          rejects,
          unknown);
    }
  }

  private StagedFiles() {}

  /**
   * {@code files} with the counts of their staged rows in {@code folder}, which holds a batch. Rows
   * are read only of Parquet files whose footers do not tell what there is to count.
   */
  static List<StagedFile> counted(List<SourceFile> files, Path folder, SparkSession spark) {
    Map<String, Tally> tallies = new HashMap<>();
    files.forEach(file -> tallies.put(file.path(), new Tally()));
    PartCounts parts =
        PartCounts.of(folder, files.size(), spark.sparkContext().hadoopConfiguration());
    parts.accepted().forEach((file, rows) -> in(tallies, file).addAccepted(rows));
    if (!parts.silent().isEmpty()) {
      outcomes(spark.read().schema(OUTCOME).parquet(parts.silent().toArray(String[]::new)))
          .forEach(outcome -> in(tallies, outcome.getString(0)).add(outcome));
    }
    return files.stream()
        .map(file -> tallies.getOrDefault(file.path(), new Tally()).of(file))
        .toList();
  }

  private static Tally in(Map<String, Tally> tallies, String file) {
    return tallies.computeIfAbsent(file, path -> new Tally());
  }

  private static List<Row> outcomes(Dataset<Row> staged) {
    return staged
        .groupBy(
            Origin.SOURCE_FILE.column(),
            StagedRows.REJECT_REASON.column(),
            Origin.UNKNOWN_FIELDS.column())
        .agg(count(lit(1)))
        .collectAsList();
  }
}
