package com.sparkify.etl.runner.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.google.inject.Inject;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.runner.job.Replays.Line;
import com.sparkify.etl.runner.spark.LateSpark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rejected records of the current version of each file, and whether they were replayed. */
final class RejectedLines {
  static final Field SOURCE = Field.required("source", DataTypes.StringType, "songs or events");
  static final Field REASON = Field.required("reason", DataTypes.StringType, "Why");
  static final Field FILE = Field.required("file", DataTypes.StringType, "Source file");
  static final Field LINE = Field.required("line", DataTypes.LongType, "Where it starts");
  static final Field REPLAYED =
      Field.required("replayed", DataTypes.StringType, "yes, if it was mended and put back; or no");
  static final Field RAW = Field.required("raw", DataTypes.BinaryType, "Its bytes");

  private static final StructType REPLAYED_LINE =
      new StructType().add("_file", DataTypes.StringType).add("_line", DataTypes.LongType);

  private final LateSpark spark;
  private final ExportLog exports;

  @Inject
  RejectedLines(LateSpark spark, ExportLog exports) {
    this.spark = spark;
    this.exports = exports;
  }

  /** A row for each rejected record of {@code source} in {@code ledger}. */
  Dataset<Row> of(StagedSource source, Ledger ledger) {
    Dataset<Row> rejected = source.staging().current(ledger).transform(StagedRows::rejected);
    Replays replays = new Replays(source.name(), exports.exports(), ledger);
    Set<Line> replayed = replays.lines(again(rejected, replays.rejectedInPart()));
    Column isReplayed = col("_file").isNotNull();
    return rejected
        .join(
            broadcast(rows(replayed)),
            Origin.SOURCE_FILE
                .column()
                .equalTo(col("_file"))
                .and(Origin.SOURCE_LINE.column().equalTo(col("_line"))),
            "left_outer")
        .select(
            SOURCE.from(lit(source.name())),
            REASON.from(StagedRows.REJECT_REASON.column()),
            FILE.from(Origin.SOURCE_FILE.column()),
            LINE.from(Origin.SOURCE_LINE.column()),
            REPLAYED.from(when(isReplayed, "yes").otherwise("no")),
            RAW.from(Origin.RAW.column()));
  }

  /** The lines of {@code rejected} in each of {@code files}. */
  private static Map<String, Set<Long>> again(Dataset<Row> rejected, Set<String> files) {
    Map<String, Set<Long>> lines = new HashMap<>();
    if (!files.isEmpty()) {
      rejected
          .where(Origin.SOURCE_FILE.column().isin(files.toArray()))
          .select(Origin.SOURCE_FILE.column(), Origin.SOURCE_LINE.column())
          .collectAsList()
          .forEach(
              row ->
                  lines
                      .computeIfAbsent(row.getString(0), file -> new HashSet<>())
                      .add(row.getLong(1)));
    }
    return lines;
  }

  /** Each line once, so that a join with them multiplies nothing. */
  private Dataset<Row> rows(Set<Line> lines) {
    List<Row> rows =
        lines.stream().map(line -> RowFactory.create(line.file(), line.number())).toList();
    return spark.get().createDataFrame(rows, REPLAYED_LINE);
  }
}
