package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Layout;
import com.sparkify.etl.io.lake.Recovery;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.TimedFile;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.WorkFolder;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tables as folders of Parquet files.
 *
 * <p>It keeps less than isolation: from the moment at which new files are in place until those that
 * they replace are gone, a reader sees rows of both versions. It never misses one.
 */
final class ParquetLake implements Lake {
  private final Configuration conf;
  private final Supplier<SparkSession> spark;
  private final Path root;

  ParquetLake(Configuration conf, Supplier<SparkSession> spark, String root) {
    this.conf = conf;
    this.spark = spark;
    this.root = new Path(root);
  }

  @Override
  public Optional<Recovery> recover() {
    try {
      return new Publication(root, conf).recover();
    } catch (IOException e) {
      throw failure("put right a publish that was cut off", e);
    }
  }

  @Override
  public Optional<Version> current() {
    try {
      Publication publication = new Publication(root, conf);
      Optional<Version> current = publication.current();
      if (current.isEmpty()) {
        requireThisFormat(publication.recorded());
      }
      return current;
    } catch (IOException e) {
      throw failure("read the current version", e);
    }
  }

  @Override
  public Optional<Version> recorded() {
    try {
      Optional<Version> recorded = new Publication(root, conf).recorded();
      requireThisFormat(recorded);
      return recorded;
    } catch (IOException e) {
      throw failure("read the version that was published last", e);
    }
  }

  @Override
  public Version rebase(Basis basis) {
    try {
      Publication publication = new Publication(root, conf);
      publication.recover();
      return publication.rebase(basis);
    } catch (IOException e) {
      throw failure("name the batches that the tables follow from", e);
    }
  }

  @Override
  public Version publish(Release release, Executor threads) {
    try {
      Publication publication = new Publication(root, conf);
      publication.recover();
      return publication.publish(release, new ParquetFiles(spark.get()), threads);
    } catch (IOException e) {
      throw failure("publish run '%s'".formatted(release.runId()), e);
    }
  }

  @Override
  public Dataset<Row> read(Table table) {
    Path folder = new Path(root, table.name());
    try {
      if (!folder.getFileSystem(conf).exists(folder)) {
        throw new EtlException(
            Kind.CONFIG,
            "The lake '%s' has no table '%s'. Give the path of a lake, or publish its tables first."
                .formatted(root, table.name()));
      }
    } catch (IOException e) {
      throw failure("read table '%s'".formatted(table.name()), e);
    }
    return spark
        .get()
        .read()
        .schema(table.schema())
        .parquet(folder.toString())
        .select(table.columns());
  }

  @Override
  public List<TimedFile> filesInTime(Table table, Set<List<Object>> partitions) {
    List<TimedFile> found = new ArrayList<>();
    try {
      FilesInTime files = new FilesInTime(root, conf);
      for (Field time : Layout.timeOf(table).stream().toList()) {
        for (List<Object> partition : partitions) {
          found.addAll(files.in(table.name(), Layout.folder(table, partition), time.name()));
        }
      }
    } catch (IOException e) {
      throw failure("read the footers of table '%s'".formatted(table.name()), e);
    }
    return found;
  }

  @Override
  public Optional<History> history() {
    return Optional.empty();
  }

  /** Else tables would be built beside those that are there, by who only forgot a setting. */
  private void requireThisFormat(Optional<Version> recorded) {
    if (recorded.isEmpty() && WorkFolder.of(root.toString(), conf).keepsVersions()) {
      throw new EtlException(
          Kind.CONFIG,
          ("The lake '%s' has its tables in Iceberg, not in Parquet. Set sparkify.lake.format to"
                  + " iceberg, or give the path of another lake.")
              .formatted(root));
    }
  }

  private EtlException failure(String attempt, IOException cause) {
    return StorageTrouble.failure("%s in the lake '%s'".formatted(attempt, root), cause);
  }
}
