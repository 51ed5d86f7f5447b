package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.runner.spark.SmallInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Stages the files that are new, or have changed since they were staged. */
final class Stager {
  /** Few lines of either source are shorter, so that rows are guessed too many. */
  private static final long BYTES_OF_A_LINE = 200;

  private final SparkSession spark;
  private final Sources sources;

  @Inject
  Stager(SparkSession spark, Sources sources) {
    this.spark = spark;
    this.sources = sources;
  }

  /** Lists every source before the first is read, so that a wrong path stages nothing. */
  List<Load> stage(Phases phases) {
    Map<StagedSource, List<SourceFile>> listed = phases.time("list files", this::list);
    List<Load> loads = new ArrayList<>();
    listed.forEach(
        (source, files) ->
            loads.add(phases.time("stage " + source.name(), () -> stage(source, files))));
    return loads;
  }

  private Map<StagedSource, List<SourceFile>> list() {
    Map<StagedSource, List<SourceFile>> listed = new LinkedHashMap<>();
    sources.all().forEach(source -> listed.put(source, source.files().list()));
    return listed;
  }

  private Load stage(StagedSource source, List<SourceFile> listed) {
    List<SourceFile> pending = source.staging().ledger().pending(listed);
    long bytes = pending.stream().mapToLong(SourceFile::size).sum();
    SmallInput.fit(spark, bytes / BYTES_OF_A_LINE);
    return new Load(
        source.name(),
        listed,
        pending,
        pending.isEmpty() ? Optional.empty() : Optional.of(source.staging().stage(pending)));
  }
}
