package com.sparkify.etl.runner.job;

import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.io.staging.Batch;
import java.util.List;
import java.util.Optional;

/**
 * What staging a source came to.
 *
 * @param listed the files of the source
 * @param pending those that were new or had changed
 * @param batch the rows of {@code pending}; empty if there were none
 */
record Load(
    String source, List<SourceFile> listed, List<SourceFile> pending, Optional<Batch> batch) {

  Load {
    listed = List.copyOf(listed);
    pending = List.copyOf(pending);
  }
}
