package com.sparkify.etl.io.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.io.catalog.LakeFolder;
import com.sparkify.etl.io.catalog.StagingTables;
import com.sparkify.etl.io.catalog.WarehouseDdl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Redshift without Spark: COPY of the source files, then the star by SQL. What SQL cannot do of the
 * product's rules is not done: see {@code docs/warehouse.md}.
 *
 * @param songs where the song files are
 * @param events where the log files are
 * @param jsonPaths the file that says where each field of an event is; empty if each has its name
 */
public record RedshiftFromJson(
    String schema,
    String songs,
    String events,
    Optional<String> jsonPaths,
    Match match,
    IamRole role)
    implements LoadScript {
  private static final String INSERTS = "star-from-source-files.sql";

  public RedshiftFromJson {
    songs = folder(songs);
    events = folder(events);
    jsonPaths = jsonPaths.map(LakeFolder::onAmazon);
  }

  /** COPY takes whatever begins like this, so that a folder needs its slash. */
  private static String folder(String path) {
    return LakeFolder.onAmazon(path).replaceFirst("/*$", "/");
  }

  @Override
  public String text() {
    WarehouseDdl ddl = WarehouseDdl.redshift(schema);
    return String.join(
        "\n",
        ddl.script(StarSchema.TABLES),
        "BEGIN;\n",
        "DELETE FROM %s;\n".formatted(ddl.name(StagingTables.SONGS)),
        "DELETE FROM %s;\n".formatted(ddl.name(StagingTables.EVENTS)),
        copy(ddl.name(StagingTables.SONGS), songs, "auto"),
        copy(ddl.name(StagingTables.EVENTS), events, jsonPaths.orElse("auto ignorecase")),
        inserts(schema, match),
        "COMMIT;\n",
        RedshiftEnd.of(ddl));
  }

  private String copy(String table, String from, String json) {
    return "COPY %s\nFROM '%s'\n%s\nFORMAT AS JSON '%s';\n"
        .formatted(table, Literal.inside(from), role.clause(), Literal.inside(json));
  }

  /** What fills the star from the staging tables, in SQL that PostgreSQL runs as well. */
  public static String inserts(String schema, Match match) {
    try (InputStream text = RedshiftFromJson.class.getResourceAsStream(INSERTS)) {
      return new String(requireNonNull(text, INSERTS).readAllBytes(), UTF_8)
          .replace("{schema}", "\"%s\"".formatted(schema))
          .replace(
              "{same_duration}",
              switch (match) {
                case TITLE_ARTIST -> "";
                case TITLE_ARTIST_DURATION -> " AND c.duration = p.length";
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
