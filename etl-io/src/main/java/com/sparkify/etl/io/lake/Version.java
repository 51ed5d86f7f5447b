package com.sparkify.etl.io.lake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published version of all tables.
 *
 * @param runId the run that published it
 * @param publishedAt when, in ISO 8601
 * @param restored the run whose version this one brought back; blank if it has rows of its own
 * @param tables by table name
 */
public record Version(
    @JsonProperty("runId") String runId,
    @JsonProperty("publishedAt") String publishedAt,
    @JsonProperty("basis") Basis basis,
    @JsonProperty("restored") @JsonSetter(nulls = Nulls.AS_EMPTY) String restored,
    @JsonProperty("tables") Map<String, Contents> tables) {

  /**
   * What a table holds, and what the version added to it.
   *
   * @param rows rows by partition folder ({@code year=2018/month=11}); by the empty name where a
   *     table is replaced as a whole
   * @param files data files of the table
   * @param bytes size of {@code files}
   * @param filesWritten data files that the version added
   * @param bytesWritten size of {@code filesWritten}
   */
  public record Contents(
      @JsonProperty("rows") Map<String, Long> rows,
      @JsonProperty("files") int files,
      @JsonProperty("bytes") long bytes,
      @JsonProperty("filesWritten") int filesWritten,
      @JsonProperty("bytesWritten") long bytesWritten) {

    public Contents {
      rows = new TreeMap<>(rows);
    }

    /** The same, in a version that leaves the table as it is. */
    public Contents unchanged() {
      return new Contents(rows, files, bytes, 0, 0);
    }

    /** Rows of the whole table. */
    public long rowCount() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  public Version {
    tables = new TreeMap<>(tables);
  }

  /** The same version, said to follow from {@code other}, which gives the same rows. */
  public Version on(Basis other) {
    return new Version(runId, publishedAt, other, restored, tables);
  }

  /** The rows of {@code table} by partition folder; none if the version does not have it. */
  public Map<String, Long> rowsOf(String table) {
    Contents contents = tables.get(table);
    return contents == null ? Map.of() : contents.rows();
  }
}
