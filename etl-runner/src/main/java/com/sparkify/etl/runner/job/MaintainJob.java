package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.lake.Held;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Maintained;
import com.sparkify.etl.io.lake.Maintained.Files;
import com.sparkify.etl.io.lake.Maintained.Saved;
import com.sparkify.etl.io.lake.Maintenance;
import com.sparkify.etl.runner.config.MaintainSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the tables of a lake that keeps versions cheaper to read and to keep. */
public final class MaintainJob {
  private static final double KIBIBYTE = 1024;

  private final Reporting reporting;
  private final KeptVersions versions;
  private final Lake lake;
  private final MaintainSettings settings;

  @Inject
  MaintainJob(Reporting reporting, KeptVersions versions, Lake lake, MaintainSettings settings) {
    this.reporting = reporting;
    this.versions = versions;
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * Packs small files, forgets old versions, removes what no version needs, and reports it.
   *
   * @throws com.sparkify.etl.core.EtlException of kind CONFIG if the lake keeps no versions
   */
  public void maintain() {
    History history = versions.history("maintain the tables");
    reporting.report("maintain", Optional.empty(), (run, held) -> maintain(history, run, held));
  }

  private void maintain(History history, RunRecord run, Held held) {
    lake.recover().ifPresent(run::recovered);
    held.requireHeld();
    Maintenance asked =
        new Maintenance(
            run.id(),
            run.startedAt(),
            settings.fileBytes(),
            settings.keepVersions(),
            settings.keepFor(),
            settings.orphansAfter());
    run.tended(List.of(), steps(run.phases().time("maintain", () -> history.maintain(asked))));
  }

  /** What was done, in words that follow "done". */
  static List<String> steps(Maintained maintained) {
    List<String> steps = new ArrayList<>();
    maintained.tables().forEach((table, saved) -> steps.add(table + ": " + described(saved)));
    if (!maintained.expired().isEmpty()) {
      steps.add("versions that can no longer be read: " + String.join(", ", maintained.expired()));
    }
    return steps;
  }

  private static String described(Saved saved) {
    List<String> done = new ArrayList<>();
    if (!saved.before().equals(saved.after())) {
      done.add("%s became %s".formatted(described(saved.before()), described(saved.after())));
    }
    if (saved.removed().files() > 0) {
      done.add(
          "removed %,d files, %,.1f KiB"
              .formatted(saved.removed().files(), saved.removed().bytes() / KIBIBYTE));
    }
    return done.isEmpty()
        ? "nothing to do for %s".formatted(described(saved.after()))
        : String.join("; ", done);
  }

  private static String described(Files files) {
    return "%,d data files of %,.1f KiB with %,d manifests"
        .formatted(files.data(), files.bytes() / KIBIBYTE, files.manifests());
  }
}
