package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Recovery;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.Version;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Signature only; follows. */
@SuppressWarnings("UnusedVariable")
final class IcebergLake implements Lake {
  IcebergLake(
      String root, IcebergCatalog catalog, Configuration conf, Supplier<SparkSession> spark) {}

  @Override
  public Optional<Recovery> recover() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Version> current() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Version> recorded() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Version rebase(Basis basis) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Version publish(Release release, Executor threads) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Dataset<Row> read(Table table) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<History> history() {
    throw new UnsupportedOperationException();
  }
}
