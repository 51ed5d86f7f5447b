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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the staged rows of each source file. */
final class StagedFiles {

  /** What was counted of one file so far. */
  private static final class Tally {
    private long read;
    private long accepted;
    private final Map<String, Long> rejects = new TreeMap<>();
    private final Map<String, Long> unknown = new TreeMap<>();

    private void add(Row outcome) {
      String reason = outcome.getString(1);
      String unknownNames = outcome.getString(2);
      long rows = outcome.getLong(3);
      read += rows;
      if (reason == null) {
        accepted += rows;
      } else {
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

  /** {@code files} with the counts of their {@code staged} rows. */
  static List<StagedFile> counted(List<SourceFile> files, Dataset<Row> staged) {
    Map<String, Tally> tallies = new HashMap<>();
    files.forEach(file -> tallies.put(file.path(), new Tally()));
    staged
        .groupBy(
            Origin.SOURCE_FILE.column(),
            StagedRows.REJECT_REASON.column(),
            Origin.UNKNOWN_FIELDS.column())
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(
            outcome ->
                tallies.computeIfAbsent(outcome.getString(0), path -> new Tally()).add(outcome));
    return files.stream()
        .map(file -> tallies.getOrDefault(file.path(), new Tally()).of(file))
        .toList();
  }
}
