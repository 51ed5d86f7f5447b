package com.sparkify.etl.runner.job;

import com.sparkify.etl.io.source.JsonSource;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.io.staging.Staging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source of JSON files, as a command finds it, and the area in which its rows are staged. */
public final class StagedSource {
  private final String name;
  private final JsonSource source;
  private final Staging staging;
  private @Nullable List<SourceFile> listed;

  public StagedSource(String name, JsonSource source, Staging staging) {
    this.name = name;
    this.source = source;
    this.staging = staging;
  }

  String name() {
    return name;
  }

  /** The files of the source, listed once: to list them again takes long where they are many. */
  synchronized List<SourceFile> files() {
    List<SourceFile> files = listed;
    if (files == null) {
      files = source.list();
      listed = files;
    }
    return files;
  }

  Staging staging() {
    return staging;
  }
}
