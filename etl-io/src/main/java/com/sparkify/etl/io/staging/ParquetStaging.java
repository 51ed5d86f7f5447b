package com.sparkify.etl.io.staging;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.source.JsonSource;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.io.staging.Ledger.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Staged rows as Parquet files, a folder a batch. */
final class ParquetStaging implements Staging {
  /** About 100 MB of events in zstd. */
  private static final long ROWS_PER_PACKED_FILE = 1_500_000;

  /** More files than Spark looks up without a job. */
  private static final int MOST_FILES = 32;

  private static final String BATCH = "batch";
  private static final StructType VERSION =
      new StructType().add("_batch", DataTypes.StringType).add("_file", DataTypes.StringType);

  private final Supplier<SparkSession> spark;
  private final BatchFolders folders;
  private final Table table;
  private final JsonSource source;
  private final UnaryOperator<Dataset<Row>> rules;
  private final StagedTimes times;

  /**
   * @param rules turns the raw rows of {@code source} into rows of {@code table}
   */
  ParquetStaging(
      Supplier<SparkSession> spark,
      BatchFolders folders,
      Table table,
      JsonSource source,
      UnaryOperator<Dataset<Row>> rules) {
    this.spark = spark;
    this.folders = folders;
    this.table = table;
    this.source = source;
    this.rules = rules;
    this.times = new StagedTimes(folders, () -> spark.get().sparkContext().hadoopConfiguration());
  }

  @Override
  public Ledger ledger() {
    return folders.ledger();
  }

  @Override
  public Batch stage(List<SourceFile> files) {
    String id = folders.next();
    write(rules.apply(source.read(files)), id);
    Batch batch = new Batch(id, StagedFiles.counted(files, folders.folder(id), spark.get()));
    folders.complete(batch);
    return batch;
  }

  @Override
  public Batch pack(Packing packing) {
    Dataset<Row> rows = packing.dropped() == 0 ? rows(packing.batches()) : only(packing.moved());
    List<StagedFile> files = packing.moved().stream().map(Version::file).toList();
    String id = folders.next();
    write(inFewFiles(rows, packing.rows()), id);
    requireEveryRow(id, files);
    Batch batch = new Batch(id, files, packing.batches());
    folders.complete(batch);
    return batch;
  }

  @Override
  public Set<String> leftovers() {
    return folders.leftovers();
  }

  @Override
  public void removeLeftovers() {
    folders.remove(folders.leftovers());
  }

  @Override
  public Dataset<Row> current(Ledger ledger) {
    return current(folders(ledger.batchIds()), ledger);
  }

  @Override
  public Dataset<Row> current(Ledger ledger, Field time, Predicate<TimeSpan> isNeeded) {
    return times
        .files(ledger.batchIds(), time, isNeeded)
        .map(files -> current(files.size() <= MOST_FILES ? files : folders(files), ledger))
        .orElseGet(() -> current(ledger));
  }

  private Dataset<Row> current(List<Path> paths, Ledger ledger) {
    List<Version> superseded = ledger.superseded();
    Dataset<Row> rows = read(paths);
    return (superseded.isEmpty()
            ? rows
            : rows.join(broadcast(named(superseded)), isNamed(), "left_anti"))
        .select(table.columns());
  }

  @Override
  public Dataset<Row> changed(Ledger ledger, Set<String> after) {
    Set<String> newer = new TreeSet<>(ledger.batchIds());
    newer.removeAll(after);
    List<Version> replaced = new ArrayList<>(ledger.superseded());
    replaced.removeIf(version -> newer.contains(version.batch().id()));
    replaced.removeAll(ledger.of(after).superseded());
    Dataset<Row> added = rows(newer);
    return replaced.isEmpty() ? added : added.union(only(replaced));
  }

  private void write(Dataset<Row> rows, String id) {
    rows.write()
        .options(withoutStatistics())
        .option("compression", "zstd")
        .option("parquet.enable.dictionary", "false")
        .option("parquet.enable.dictionary#" + Origin.SOURCE_FILE.name(), "true")
        .option("parquet.compression.codec.zstd.level", "1")
        .option("parquet.size.statistics.enabled", "false")
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .parquet(folders.folder(id).toString());
  }

  /** Nobody looks for the first and the last of the texts in a file, but of those that count. */
  private Map<String, String> withoutStatistics() {
    return table.fields().stream()
        .filter(field -> field.type().equals(DataTypes.StringType))
        .map(Field::name)
        .filter(name -> !PartCounts.FIELDS.contains(name))
        .collect(
            toUnmodifiableMap(
                name -> "parquet.column.statistics.enabled#" + name, name -> "false"));
  }

  /** {@code rows} with those of a source file side by side, which makes them smaller. */
  private static Dataset<Row> inFewFiles(Dataset<Row> rows, long rowCount) {
    Column[] order = {Origin.SOURCE_FILE.column(), Origin.SOURCE_LINE.column()};
    long files = 1 + (rowCount - 1) / ROWS_PER_PACKED_FILE;
    Dataset<Row> packed =
        files <= 1 ? rows.coalesce(1) : rows.repartitionByRange(Math.toIntExact(files), order[0]);
    return packed.sortWithinPartitions(order);
  }

  /** Counts what was written, before anything that it stands for may go. */
  private void requireEveryRow(String id, List<StagedFile> files) {
    List<StagedFile> found =
        StagedFiles.counted(
            files.stream().map(StagedFile::version).toList(), folders.folder(id), spark.get());
    for (int i = 0; i < files.size(); i++) {
      if (!files.get(i).equals(found.get(i))) {
        throw new EtlException(
            Kind.STORAGE,
            ("The rows of '%s' came out of packing as %s; expected %s. The batches stay as they"
                    + " are, and '%s' does not count. Stage that file again, with the command run"
                    + " after it is touched, or keep the batches.")
                .formatted(files.get(i).path(), found.get(i), files.get(i), folders.folder(id)));
      }
    }
  }

  /** The rows of whole batches. */
  private Dataset<Row> rows(Set<String> batches) {
    return read(folders(batches)).select(table.columns());
  }

  private Dataset<Row> only(List<Version> versions) {
    Set<String> batches =
        versions.stream().map(version -> version.batch().id()).collect(toUnmodifiableSet());
    return read(folders(batches))
        .join(broadcast(named(versions)), isNamed(), "left_semi")
        .select(table.columns());
  }

  private List<Path> folders(Set<String> batches) {
    return batches.stream().sorted().map(folders::folder).toList();
  }

  private static List<Path> folders(List<Path> files) {
    return files.stream().map(Path::getParent).distinct().toList();
  }

  /** The rows in folders of batches, or in files of them, each with its batch. */
  private Dataset<Row> read(List<Path> paths) {
    StructType schema = table.schema().add(BATCH, DataTypes.StringType);
    if (paths.isEmpty()) {
      return spark.get().createDataFrame(List.of(), schema);
    }
    return spark
        .get()
        .read()
        .schema(schema)
        .option("basePath", folders.root().toString())
        .parquet(paths.stream().map(Path::toString).toArray(String[]::new));
  }

  private Dataset<Row> named(List<Version> versions) {
    List<Row> rows =
        versions.stream()
            .map(version -> RowFactory.create(version.batch().id(), version.file().path()))
            .toList();
    return spark.get().createDataFrame(rows, VERSION);
  }

  private static Column isNamed() {
    return col(BATCH).equalTo(col("_batch")).and(Origin.SOURCE_FILE.column().equalTo(col("_file")));
  }
}
