package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Maintained;
import com.sparkify.etl.io.lake.Maintenance;
import com.sparkify.etl.io.lake.Recovery;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.TimedFile;
import com.sparkify.etl.io.lake.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lake of given versions, which nobody changes; what is read of it is named in the failure. */
record VersionedLake(List<Version> versions) implements Lake, History {
  @Override
  public Optional<Recovery> recover() {
    return Optional.empty();
  }

  @Override
  public Optional<Version> current() {
    return recorded();
  }

  @Override
  public Optional<Version> recorded() {
    return versions.stream().reduce((older, newer) -> newer);
  }

  @Override
  public Version rebase(Basis basis) {
    throw new IllegalStateException("nobody rebases " + basis);
  }

  @Override
  public List<TimedFile> filesInTime(Table table, Set<List<Object>> partitions) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Version publish(Release release, Executor threads) {
    throw new IllegalStateException("nobody publishes " + release);
  }

  @Override
  public Dataset<Row> read(Table table) {
    throw new IllegalStateException("read the newest " + table.name());
  }

  @Override
  public Optional<History> history() {
    return Optional.of(this);
  }

  @Override
  public Dataset<Row> read(Table table, String runId) {
    throw new IllegalStateException("read %s of %s".formatted(table.name(), runId));
  }

  @Override
  public Version rollBack(String to, String runId, Instant at) {
    throw new IllegalStateException("nobody goes back to " + to);
  }

  @Override
  public Maintained maintain(Maintenance maintenance) {
    throw new IllegalStateException("nobody maintains " + maintenance);
  }
}
