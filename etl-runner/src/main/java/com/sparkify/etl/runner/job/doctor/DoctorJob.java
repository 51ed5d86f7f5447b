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
      settings = SettingsLoader.load(overrides, HadoopConfigurations::of);
    } catch (EtlException e) {
      return List.of(
          Finding.fail(
              e.kind(),
              "settings",
              String.valueOf(e.getMessage()),
              "mend them; sources and lake are looked at then"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("settings", "valid"));
    Configuration hadoop = HadoopConfigurations.of(settings);
    findings.addAll(examineLocations(settings, hadoop));
    findings.add(new CatalogCheck(hadoop).examine(settings.lake()));
    return findings;
  }

  private static List<Finding> examineLocations(Settings settings, Configuration hadoop) {
    String songs = settings.source().songs().path();
    String events = settings.source().events().path();
    String lake = settings.lake().path();
    S3Check s3 = new S3Check(hadoop);
    List<Finding> findings = new ArrayList<>();
    Stream.of(lake, songs, events)
        .filter(S3Check::isOnS3)
        .findFirst()
        .ifPresent(location -> findings.addAll(s3.examineCredentials(location)));
    SourceCheck sources = new SourceCheck(hadoop);
    findings.add(sources.examine("songs", SourceFolder.songs(songs), "--songs"));
    findings.add(sources.examine("events", SourceFolder.events(events), "--events"));
    List<Finding> ofTheLake = new LakeCheck(hadoop).examine(lake);
    findings.addAll(ofTheLake);
    if (S3Check.isOnS3(lake) && ofTheLake.stream().allMatch(found -> found.failure().isEmpty())) {
      findings.addAll(s3.examineLake(lake));
    }
    return findings;
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
