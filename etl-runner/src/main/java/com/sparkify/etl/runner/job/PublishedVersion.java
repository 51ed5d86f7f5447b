package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.runner.config.LakeSettings;

/** The version that the lake holds, for who takes it elsewhere. */
final class PublishedVersion {
  private final Lake lake;
  private final LakeSettings settings;

  @Inject
  PublishedVersion(Lake lake, LakeSettings settings) {
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * The version that was published last.
   *
   * @throws EtlException of kind CONFIG if there is none
   */
  Version version() {
    return lake.recorded()
        .orElseThrow(
            () ->
                new EtlException(
                    Kind.CONFIG,
                    "The lake '%s' has nothing that was published. Give the path of a lake, or publish its tables first."
                        .formatted(settings.path())));
  }
}
