package com.sparkify.etl.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.it.DuckDb;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The six tables as a script of DuckDB makes them, as fast as one can be written: {@code
 * duckdb.sql}, whose parts were each tried in several ways. It knows all rules of the tables, and
 * that most text needs neither trimming nor repair, most plays come once and most titles belong to
 * one song.
 *
 * <p>It has nothing of what surrounds the tables: it stages nothing, checks nothing, and publishes
 * what it has when it has it. A line that breaks a rule makes no row, and nobody hears of it. Where
 * the product is stricter than a cast, it takes lines that the product rejects: a number that is
 * written as text ({@code "ts":"1541105830796"}), a fraction in {@code ts} or {@code sessionId}, a
 * registration that is no number, a wrong type in a field that no table needs, such as {@code
 * status}.
 */
public final class DuckDbScript {
  private DuckDbScript() {}

  /**
   * Writes the tables.
   *
   * @param args the roots of the song files and of the log files, the folder that gets the tables,
   *     which is empty or absent, and by which columns the songs have folders
   */
  public static void main(String[] args) throws IOException, SQLException {
    List<String> songsBy = List.of(args).subList(3, args.length);
    write(new Sources(Path.of(args[0]), Path.of(args[1])), Path.of(args[2]), songsBy);
  }

  /**
   * Writes the tables of {@code sources} into {@code lake}, which is empty or absent.
   *
   * @param songsBy by which columns the songs have folders
   */
  static void write(Sources sources, Path lake, List<String> songsBy)
      throws IOException, SQLException {
    for (String table : DuckDb.TABLES) {
      Files.createDirectories(lake.resolve(table));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          script()
              .replace("{songs}", quoted(sources.songs()))
              .replace("{events}", quoted(sources.events()))
              .replace("{songs_by}", String.join(", ", songsBy))
              .replace("{lake}", quoted(lake)));
    }
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }

  private static String script() throws IOException {
    try (InputStream in = DuckDbScript.class.getResourceAsStream("duckdb.sql")) {
      if (in == null) {
        throw new IOException("No resource 'duckdb.sql' beside the class");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
