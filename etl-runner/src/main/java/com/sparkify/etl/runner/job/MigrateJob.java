package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.lake.Held;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.Version.Contents;
import com.sparkify.etl.io.lake.WorkFolder.Size;
import com.sparkify.etl.io.lake.parquet.ParquetRemains;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.job.BuildRequest.Scope;
import com.sparkify.etl.runner.job.BuildRequest.Shrink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Builds the tables of a lake in the format of the settings, beside those that it has in Parquet.
 */
public final class MigrateJob {
  private static final BuildRequest WHAT_IS_STAGED =
      new BuildRequest(Scope.WHAT_CHANGED, Optional.empty(), Shrink.STOPS, Optional.empty());

  private final Reporting reporting;
  private final Builder builder;
  private final Lake lake;
  private final LakeSettings settings;
  private final Configuration conf;

  @Inject
  MigrateJob(
      Reporting reporting, Builder builder, Lake lake, LakeSettings settings, Configuration conf) {
    this.reporting = reporting;
    this.builder = builder;
    this.lake = lake;
    this.settings = settings;
    this.conf = conf;
  }

  /** What becomes of the tables in Parquet. */
  public enum OldTables {
    /** They stay as they are, and no run brings them in step any more. */
    KEPT,
    /** Their files are removed, once the new tables are published. */
    REMOVED
  }

  /**
   * Builds and publishes the tables from what is staged, and reports how their rows compare.
   *
   * @throws com.sparkify.etl.core.EtlException of kind SOURCE_DATA if nothing is staged
   */
  public void migrate(OldTables old) {
    reporting.report("migrate", Optional.empty(), (run, held) -> migrate(old, run, held));
  }

  private void migrate(OldTables old, RunRecord run, Held held) {
    ParquetRemains remains = ParquetRemains.of(settings.path(), conf);
    builder.build(WHAT_IS_STAGED, run, held);
    Optional<Version> before = remains.version();
    before.ifPresent(parquet -> compare(parquet, run));
    if (before.isEmpty()) {
      run.did(List.of("there are no tables in Parquet"));
      return;
    }
    switch (old) {
      case KEPT ->
          run.did(List.of("the tables in Parquet stay as they are until --remove-old is given"));
      case REMOVED -> {
        held.requireHeld();
        Size removed = run.phases().time("remove", remains::remove);
        run.did(
            List.of(
                "removed the tables in Parquet: %,d files, %,d bytes"
                    .formatted(removed.files(), removed.bytes())));
      }
    }
  }

  private void compare(Version parquet, RunRecord run) {
    Version now = lake.recorded().orElse(parquet);
    List<String> same = new ArrayList<>();
    List<String> other = new ArrayList<>();
    parquet
        .tables()
        .forEach(
            (table, then) -> {
              long rows =
                  Optional.ofNullable(now.tables().get(table)).map(Contents::rowCount).orElse(0L);
              if (rows == then.rowCount()) {
                same.add("%s has %,d rows, as in Parquet".formatted(table, rows));
              } else {
                other.add(
                    "%s has %,d rows, and %,d in Parquet, where not all that is staged was built"
                        .formatted(table, rows, then.rowCount()));
              }
            });
    run.did(same);
    run.warn(other);
  }
}
