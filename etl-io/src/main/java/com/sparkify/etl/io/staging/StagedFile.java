package com.sparkify.etl.io.staging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sparkify.etl.io.source.SourceFile;
import java.util.Map;
import java.util.TreeMap;

/**
 * A source file in the ledger of a batch: which version of it was read, and what became of its
 * records. Always {@code read = accepted + rejected}.
 *
 * @param path full URI
 * @param size bytes
 * @param modifiedMillis when the version that was read was written; epoch milliseconds
 * @param read records read
 * @param accepted records that make rows
 * @param rejected records that make none
 * @param rejectsByReason records rejected for each reason
 * @param unknownFields records that have each field that the schema does not know
 */
public record StagedFile(
    @JsonProperty("path") String path,
    @JsonProperty("size") long size,
    @JsonProperty("modifiedMillis") long modifiedMillis,
    @JsonProperty("read") long read,
    @JsonProperty("accepted") long accepted,
    @JsonProperty("rejected") long rejected,
    @JsonProperty("rejectsByReason") Map<String, Long> rejectsByReason,
    @JsonProperty("unknownFields") Map<String, Long> unknownFields) {

  public StagedFile {
    rejectsByReason = new TreeMap<>(rejectsByReason);
    unknownFields = new TreeMap<>(unknownFields);
  }

  /** The file as it was listed when it was read. */
  public SourceFile version() {
    return new SourceFile(path, size, modifiedMillis);
  }

  boolean isVersion(SourceFile file) {
    return path.equals(file.path())
        && size == file.size()
        && modifiedMillis == file.modifiedMillis();
  }
}
