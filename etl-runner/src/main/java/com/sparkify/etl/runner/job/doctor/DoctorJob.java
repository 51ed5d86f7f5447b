package com.sparkify.etl.runner.job.doctor;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.source.SourceFolder;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.config.SettingsLoader;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.HadoopConfigurations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** Looks at what a run needs, without Spark, and says what to do about what is missing. */
public final class DoctorJob {
  private final Streams streams;

  @Inject
  DoctorJob(Streams streams) {
    this.streams = streams;
  }

  /**
   * Prints what it finds, a line each.
   *
   * @throws EtlException if a run would fail: CONFIG if settings are wrong, else STORAGE
   */
  public void examine(Overrides overrides) {
    List<Finding> findings = new ArrayList<>(Machine.examine());
    findings.addAll(examineSettings(overrides));
    findings.forEach(finding -> streams.out().print(finding.lines()));
    streams.out().flush();
    throwIfAnyFailed(findings);
  }

  private static List<Finding> examineSettings(Overrides overrides) {
    Settings settings;
    try {
      settings = SettingsLoader.load(overrides);
    } catch (EtlException e) {
      return List.of(
          Finding.fail(
              Kind.CONFIG,
              "settings",
              String.valueOf(e.getMessage()),
              "mend them; sources and lake are looked at then"));
    }
    Configuration hadoop = HadoopConfigurations.of(settings);
    SourceCheck sources = new SourceCheck(hadoop);
    return Stream.concat(
            Stream.of(
                Finding.ok("settings", "valid"),
                sources.examine(
                    "songs", SourceFolder.songs(settings.source().songs().path()), "--songs"),
                sources.examine(
                    "events", SourceFolder.events(settings.source().events().path()), "--events")),
            new LakeCheck(hadoop).examine(settings.lake().path()).stream())
        .toList();
  }

  private static void throwIfAnyFailed(List<Finding> findings) {
    List<Kind> failures =
        findings.stream().flatMap(finding -> finding.failure().stream()).sorted().toList();
    if (!failures.isEmpty()) {
      throw new EtlException(
          failures.get(0),
          "%d of %d checks %s; see the lines with FAIL"
              .formatted(
                  failures.size(), findings.size(), failures.size() == 1 ? "fails" : "fail"));
    }
  }
}
