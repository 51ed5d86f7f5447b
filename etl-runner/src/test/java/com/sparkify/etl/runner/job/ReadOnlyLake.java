package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Recovery;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.TimedFile;
import com.sparkify.etl.io.lake.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lake of given rows that nobody publishes to. */
record ReadOnlyLake(Function<Table, Dataset<Row>> tables) implements Lake {
  @Override
  public Optional<Recovery> recover() {
    return Optional.empty();
  }

  @Override
  public Optional<Version> current() {
    return Optional.empty();
  }

  @Override
  public Optional<Version> recorded() {
    return Optional.empty();
  }

  @Override
  public Version rebase(Basis basis) {
    throw new IllegalStateException("nothing is published here to follow from " + basis);
  }

  @Override
  public List<TimedFile> filesInTime(Table table, Set<List<Object>> partitions) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Version publish(Release release, Executor threads) {
    throw new IllegalStateException("nobody publishes here, but run '%s' did".formatted(release));
  }

  @Override
  public Dataset<Row> read(Table table) {
    return tables.apply(table);
  }

  @Override
  public Optional<History> history() {
    return Optional.empty();
  }
}
