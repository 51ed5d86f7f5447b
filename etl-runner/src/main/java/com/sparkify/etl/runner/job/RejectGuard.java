package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.io.staging.StagedFile;
import com.sparkify.etl.runner.config.SourceSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stops a build whose new files hold more rejected lines than the settings tolerate.
 *
 * <p>New are the files that no published version has used, so a second run does not let through
 * what the first one stopped: only mended files, or another limit, do.
 */
final class RejectGuard {
  private final SourceSettings settings;

  @Inject
  RejectGuard(SourceSettings settings) {
    this.settings = settings;
  }

  void check(BuildPlan plan) {
    Set<String> songs =
        plan.published().map(Version::basis).map(Basis::songBatches).orElse(Set.of());
    Set<String> events =
        plan.published().map(Version::basis).map(Basis::eventBatches).orElse(Set.of());
    List<StagedFile> files =
        Stream.concat(unpublished(plan.songs(), songs), unpublished(plan.events(), events))
            .toList();
    long rejected = files.stream().mapToLong(StagedFile::rejected).sum();
    long read = files.stream().mapToLong(StagedFile::read).sum();
    settings
        .maxRejects()
        .filter(limit -> limit.isExceededBy(rejected, read))
        .ifPresent(
            limit -> {
              throw new EtlException(
                  Kind.SOURCE_DATA,
                  ("%,d of %,d lines of new files were rejected; sparkify.source.max-rejects = '%s'"
                          + " tolerates fewer. Nothing was published. See the lines with the command"
                          + " rejects, then mend the files, or raise the limit.")
                      .formatted(rejected, read, limit));
            });
  }

  private static Stream<StagedFile> unpublished(Ledger ledger, Set<String> published) {
    return ledger.currentVersions().stream()
        .filter(version -> !published.contains(version.batch().id()))
        .map(Ledger.Version::file);
  }
}
