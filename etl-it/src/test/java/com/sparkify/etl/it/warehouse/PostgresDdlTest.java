package com.sparkify.etl.it.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.catalog.StagingTables;
import com.sparkify.etl.io.catalog.WarehouseDdl;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** PostgreSQL itself takes the statements. */
class PostgresDdlTest {
  private static final String SCRIPT = WarehouseDdl.postgres("sparkify").script(StarSchema.TABLES);

  @Test
  void makesTheTablesWithTheirKeysAndComments() throws SQLException, IOException {
    try (Postgres postgres = Postgres.start()) {
      postgres.run(SCRIPT);
      postgres.run(SCRIPT);

      for (Table table :
          Stream.concat(StarSchema.TABLES.stream(), StagingTables.ALL.stream()).toList()) {
        assertThat(columns(postgres, table))
            .as(table.name())
            .isEqualTo(table.fields().stream().map(PostgresDdlTest::expected).toList());
      }
      assertThat(constraints(postgres, 'p')).hasSize(6);
      assertThat(constraints(postgres, 'f'))
          .containsExactlyInAnyOrderElementsOf(
              StarSchema.REFERENCES.stream()
                  .map(
                      reference ->
                          "sparkify.%s|sparkify.%s"
                              .formatted(
                                  quoted(reference.table().name()),
                                  quoted(reference.target().name())))
                  .toList());
      assertThatThrownBy(
              () ->
                  postgres.run(
                      "INSERT INTO sparkify.user_levels VALUES (1, 'free', now(), null, true)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("violates foreign key constraint");
    }
  }

  /** {@code time} is a type of PostgreSQL, so it quotes the name of the table. */
  private static String quoted(String name) {
    return name.equals("time") ? "\"time\"" : name;
  }

  private static List<String> columns(Postgres postgres, Table table) throws SQLException {
    return postgres.rows(
        """
        SELECT attname, format_type(atttypid, atttypmod), attnotnull, col_description(attrelid, attnum)
        FROM pg_attribute WHERE attrelid = 'sparkify."%s"'::regclass AND attnum > 0 ORDER BY attnum
        """
            .formatted(table.name()));
  }

  private static List<String> constraints(Postgres postgres, char type) throws SQLException {
    return postgres.rows(
        """
        SELECT conrelid::regclass, confrelid::regclass FROM pg_constraint
        WHERE connamespace = 'sparkify'::regnamespace AND contype = '%s'
        """
            .formatted(type));
  }

  private static String expected(Field field) {
    String type =
        switch (field.type().simpleString()) {
          case "string" -> "text";
          case "bigint" -> "bigint";
          case "int" -> "integer";
          case "double" -> "double precision";
          case "boolean" -> "boolean";
          case "timestamp" -> "timestamp with time zone";
          default -> throw new IllegalArgumentException(field.type().simpleString());
        };
    return "%s|%s|%s|%s".formatted(field.name(), type, field.required(), field.doc());
  }
}
