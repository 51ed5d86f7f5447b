package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.runner.spark.SideBySide;
import com.sparkify.etl.runner.spark.SmallInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Stages the files that are new, or have changed since they were staged. */
final class Stager {
  private final SparkSession spark;
  private final Sources sources;

  @Inject
  Stager(SparkSession spark, Sources sources) {
    this.spark = spark;
    this.sources = sources;
  }

  /**
   * Lists every source before the first is read, so that a wrong path stages nothing; then reads
   * them side by side. Where one fails the others are staged all the same.
   */
  List<Load> stage(Phases phases) {
    Map<StagedSource, List<SourceFile>> listed = phases.time("list files", this::list);
    return phases.time("stage", () -> stage(listed));
  }

  private Map<StagedSource, List<SourceFile>> list() {
    Map<StagedSource, List<SourceFile>> listed = new LinkedHashMap<>();
    sources.all().forEach(source -> listed.put(source, source.files().list()));
    return listed;
  }

  private List<Load> stage(Map<StagedSource, List<SourceFile>> listed) {
    List<Supplier<Load>> loads = new ArrayList<>();
    long rows = 0;
    for (Map.Entry<StagedSource, List<SourceFile>> source : listed.entrySet()) {
      List<SourceFile> files = source.getValue();
      List<SourceFile> pending = source.getKey().staging().ledger().pending(files);
      rows += InputSize.rows(pending);
      loads.add(() -> load(source.getKey(), files, pending));
    }
    SmallInput.fit(spark, rows);
    return SideBySide.results(loads);
  }

  private static Load load(StagedSource source, List<SourceFile> listed, List<SourceFile> pending) {
    return new Load(
        source.name(),
        listed,
        pending,
        pending.isEmpty() ? Optional.empty() : Optional.of(source.staging().stage(pending)));
  }
}
