package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.runner.spark.InputFit;
import com.sparkify.etl.runner.spark.LateSpark;
import com.sparkify.etl.runner.spark.SideBySide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Stages the files that are new, or have changed since they were staged. */
final class Stager {
  private final LateSpark spark;
  private final Sources sources;

  @Inject
  Stager(LateSpark spark, Sources sources) {
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
    sources.all().forEach(source -> listed.put(source, source.files()));
    return listed;
  }

  private List<Load> stage(Map<StagedSource, List<SourceFile>> listed) {
    List<Supplier<Load>> loads = new ArrayList<>();
    List<SourceFile> toRead = new ArrayList<>();
    listed.forEach(
        (source, files) -> {
          List<SourceFile> pending = source.staging().ledger().pending(files);
          toRead.addAll(pending);
          loads.add(() -> load(source, files, pending));
        });
    if (!toRead.isEmpty()) {
      InputFit.fit(spark.get(), InputSize.rows(toRead));
    }
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
