package com.sparkify.etl.io.lake;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Release.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** How many files rows become, and in which order they lie in them. */
public final class Layout {
  /** About 100 MB of songplays in zstd; a file of a smaller table is smaller. */
  private static final long ROWS_PER_FILE = 1_500_000;

  /** Fewer are written by one task sooner than they are spread over several. */
  private static final long ROWS_WORTH_A_FILE = 300_000;

  private static final List<String> YEAR_AND_MONTH = List.of("year", "month");

  private Layout() {}

  /**
   * The rows of {@code part} sorted within as few write tasks as their number needs, unless they
   * are laid out already; each task makes one file a partition, and neighbours in the table's order
   * share a task.
   *
   * @param waits whether a file takes its time whatever its size, so that tasks share the folders
   *     of few rows; they always share those below a year
   */
  public static Dataset<Row> of(Part part, boolean waits) {
    Table table = part.table();
    Column[] order =
        Stream.concat(table.partitionedBy().stream(), table.orderedBy().stream())
            .map(Field::column)
            .toArray(Column[]::new);
    Dataset<Row> rows =
        part.amount().areLaidOut()
            ? part.rows()
            : spread(part, waits, order).sortWithinPartitions(order);
    return rows.select(table.columns());
  }

  private static Dataset<Row> spread(Part part, boolean waits, Column[] order) {
    Table table = part.table();
    long expected = part.amount().expected();
    int folders = timeOf(table).isPresent() ? 0 : table.partitionedBy().size();
    int cores = cores(part.rows());
    boolean areShared = folders > 1 || (folders == 1 && waits);
    return areShared && tasks(expected, cores) == 1
        ? part.rows().repartition(cores, Table.columns(table.partitionedBy()))
        : spread(part.rows(), expected, order);
  }

  /**
   * {@code rows}, divided by {@code order} among as many tasks as {@code number} of them make
   * files; tasks do not overlap in it.
   */
  public static Dataset<Row> spread(Dataset<Row> rows, long number, Column... order) {
    int files = tasks(number, cores(rows));
    return files <= 1 ? rows.coalesce(1) : rows.repartitionByRange(files, order);
  }

  private static int cores(Dataset<Row> rows) {
    return rows.sparkSession().sparkContext().defaultParallelism();
  }

  /** As many as cores, unless that makes the files too large or too small. */
  static int tasks(long rowCount, int cores) {
    long least = 1 + (rowCount - 1) / ROWS_PER_FILE;
    long most = 1 + (rowCount - 1) / ROWS_WORTH_A_FILE;
    return Math.toIntExact(Math.max(least, Math.min(most, cores)));
  }

  /**
   * The timestamp whose month in UTC the partitions {@code year} and {@code month} of {@code table}
   * are: the first field of the order in which its rows lie. Empty if it is divided otherwise.
   */
  public static Optional<Field> timeOf(Table table) {
    boolean isByMonth = names(table.partitionedBy()).equals(YEAR_AND_MONTH);
    return table.orderedBy().stream()
        .limit(1)
        .filter(first -> isByMonth && first.type().equals(DataTypes.TimestampType))
        .findFirst();
  }

  /** The names of the table's partition columns. */
  public static String[] partitionColumns(Table table) {
    return names(table.partitionedBy()).toArray(String[]::new);
  }

  /** The folder of a partition below the table's: {@code year=2018/month=11}; "" for the table. */
  public static String folder(Table table, List<Object> partition) {
    if (partition.isEmpty()) {
      return "";
    }
    List<String> names = names(table.partitionedBy());
    if (names.size() != partition.size()) {
      throw new IllegalArgumentException(
          "Partition %s of table '%s' should have a value for each of %s"
              .formatted(partition, table.name(), names));
    }
    StringBuilder folder = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      folder.append(i == 0 ? "" : "/").append(names.get(i)).append('=').append(partition.get(i));
    }
    return folder.toString();
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }
}
