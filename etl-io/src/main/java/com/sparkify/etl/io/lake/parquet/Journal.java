package com.sparkify.etl.io.lake.parquet;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sparkify.etl.io.lake.Version;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a publish is about to do, written before it does it, so that whoever comes after a crash can
 * finish or undo it.
 *
 * @param kept while adding: the data files that each table had before, by table name
 * @param retire while retiring: the data files that the version replaces
 * @param version what is being published; its tables are known once all files are added
 */
record Journal(
    @JsonProperty("step") Step step,
    @JsonProperty("kept") Map<String, List<String>> kept,
    @JsonProperty("retire") List<String> retire,
    @JsonProperty("version") Version version) {

  enum Step {
    /** New files are being written. Undone by deleting the files that are not kept. */
    ADDING,
    /** All new files are in place. Finished by deleting the files to retire. */
    RETIRING
  }

  Journal {
    kept = new TreeMap<>(kept);
    retire = List.copyOf(retire);
  }

  static Journal adding(Version version, Map<String, List<String>> kept) {
    return new Journal(Step.ADDING, kept, List.of(), version);
  }

  static Journal retiring(Version version, List<String> retire) {
    return new Journal(Step.RETIRING, Map.of(), retire, version);
  }
}
