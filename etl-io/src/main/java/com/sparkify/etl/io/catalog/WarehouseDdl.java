package com.sparkify.etl.io.catalog;

import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tables of a database that keeps the rows itself: the star with its primary and foreign keys, and
 * the {@link StagingTables}. All columns are columns, in the order of their {@link Table}.
 *
 * <p>PostgreSQL enforces the keys. Redshift takes them as a promise to its planner, which the
 * checks of a run keep.
 */
public final class WarehouseDdl implements Ddl {
  /**
   * By what Redshift spreads the rows of the large tables: a play and its row of {@code time} then
   * lie together. Every other table is small, and lies on each node whole.
   */
  private static final Map<String, Field> SPREAD_BY =
      Map.of(
          Songplays.TABLE.name(), Songplays.START_TIME,
          Time.TABLE.name(), Time.START_TIME);

  private final Engine engine;
  private final String schema;

  private WarehouseDdl(Engine engine, String schema) {
    this.engine = engine;
    this.schema = schema;
  }

  /** Tables of PostgreSQL in {@code schema}. */
  public static WarehouseDdl postgres(String schema) {
    return new WarehouseDdl(Engine.POSTGRES, schema);
  }

  /** Tables of Redshift in {@code schema}, with distribution and sort keys. */
  public static WarehouseDdl redshift(String schema) {
    return new WarehouseDdl(Engine.REDSHIFT, schema);
  }

  @Override
  public List<String> statements(List<Table> tables) {
    List<String> statements = new ArrayList<>(List.of(createSchema()));
    for (Table table : Stream.concat(tables.stream(), StagingTables.ALL.stream()).toList()) {
      statements.add(create(table));
      statements.addAll(comments(table));
    }
    return statements;
  }

  /** Makes the schema if there is none. */
  public String createSchema() {
    return "CREATE SCHEMA IF NOT EXISTS %s".formatted(engine.name(schema));
  }

  /** Makes {@code table} if there is none; those that it points at have to be there. */
  public String create(Table table) {
    Stream<String> columns = table.fields().stream().map(this::column);
    Stream<String> key =
        table.key().isEmpty()
            ? Stream.of()
            : Stream.of("PRIMARY KEY (%s)".formatted(engine.names(table.key())));
    Stream<String> references =
        StarSchema.REFERENCES.stream()
            .filter(reference -> reference.table().name().equals(table.name()))
            .map(this::foreignKey);
    return "CREATE TABLE IF NOT EXISTS %s %s%s"
        .formatted(
            name(table),
            Engine.block(Stream.of(columns, key, references).flatMap(lines -> lines).toList()),
            layout(table));
  }

  /** Says what a row of {@code table} is, and what each of its columns means. */
  public List<String> comments(Table table) {
    List<String> comments = new ArrayList<>();
    comments.add(
        "COMMENT ON TABLE %s IS %s"
            .formatted(name(table), engine.text("One row is " + table.row())));
    for (Field field : table.fields()) {
      comments.add(
          "COMMENT ON COLUMN %s.%s IS %s"
              .formatted(name(table), engine.name(field.name()), engine.text(field.doc())));
    }
    return comments;
  }

  /** The full name of {@code table}, quoted. */
  public String name(Table table) {
    return named(table.name());
  }

  /** The full name of the table that is called {@code name} in the schema, quoted. */
  public String named(String name) {
    return engine.name(schema, name);
  }

  /** The names of {@code fields}, quoted, with commas between them. */
  public String columns(List<Field> fields) {
    return engine.names(fields);
  }

  /** The name of the schema, quoted. */
  public String schemaName() {
    return engine.name(schema);
  }

  /** The type of {@code field} in the database. */
  public String type(Field field) {
    return engine.type(field);
  }

  /**
   * Makes a table {@code name} of Redshift that takes the files of {@code table} by COPY if there
   * is none: columns by position, without those of the folders, and times in UTC without their
   * zone, as files have no other.
   */
  public String createInFileOrder(String name, Table table) {
    return "CREATE TABLE IF NOT EXISTS %s %s\nDISTSTYLE EVEN"
        .formatted(
            named(name),
            Engine.block(
                table.fieldsInFiles().stream()
                    .map(
                        field ->
                            "%s %s"
                                .formatted(engine.name(field.name()), Engine.SPECTRUM.type(field)))
                    .toList()));
  }

  private String column(Field field) {
    return "%s %s%s"
        .formatted(
            engine.name(field.name()), engine.type(field), field.required() ? " NOT NULL" : "");
  }

  private String foreignKey(Reference reference) {
    return "FOREIGN KEY (%s) REFERENCES %s (%s)"
        .formatted(
            engine.name(reference.field().name()),
            name(reference.target()),
            engine.name(reference.targetField().name()));
  }

  private String layout(Table table) {
    if (!engine.equals(Engine.REDSHIFT)) {
      return "";
    }
    if (table.key().isEmpty()) {
      return "\nDISTSTYLE EVEN";
    }
    Field spreadBy = SPREAD_BY.get(table.name());
    String distribution =
        spreadBy == null ? "DISTSTYLE ALL" : "DISTKEY (%s)".formatted(engine.name(spreadBy.name()));
    return "\n%s\nSORTKEY (%s)".formatted(distribution, engine.names(table.orderedBy()));
  }
}
