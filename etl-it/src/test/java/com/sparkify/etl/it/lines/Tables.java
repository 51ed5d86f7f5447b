package com.sparkify.etl.it.lines;

import com.sparkify.etl.it.DuckDb;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What DuckDB reads in a lake.
 *
 * @param columns of each table, with their types
 * @param rows of each table, sorted
 */
record Tables(Map<String, List<String>> columns, Map<String, List<String>> rows) {
  static Tables of(Path lake) {
    DuckDb duckDb = new DuckDb(lake);
    Map<String, List<String>> columns = new TreeMap<>();
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : DuckDb.TABLES) {
      columns.put(table, duckDb.rows("DESCRIBE " + table));
      rows.put(table, duckDb.rows("SELECT * FROM %s ORDER BY ALL".formatted(table)));
    }
    return new Tables(columns, rows);
  }

  /** Every table with its number of rows, and a digest of all that is in them. */
  @Override
  public String toString() {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach((table, content) -> counts.put(table, content.size()));
    return "%s, sha256 of the rows %s".formatted(counts, digest());
  }

  private String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((columns + "\n" + rows).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
