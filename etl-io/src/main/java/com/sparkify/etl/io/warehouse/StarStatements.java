package com.sparkify.etl.io.warehouse;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.catalog.WarehouseDdl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What PostgreSQL is told: the star in one schema, its staging tables in another, and how the one
 * comes to hold the rows of the other. Only rows that differ are written, and no table is emptied,
 * swapped or locked against reading: readers with an older snapshot keep seeing theirs.
 */
final class StarStatements {
  private final WarehouseDdl star;
  private final WarehouseDdl staging;

  StarStatements(String schema) {
    this.star = WarehouseDdl.postgres(schema);
    this.staging = WarehouseDdl.postgres(schema + "_staging");
  }

  /** What changes a table to what is staged of it. */
  record Merge(String update, String insert) {}

  String createSchema() {
    return star.createSchema();
  }

  /** The name of {@code table} in the star, quoted. */
  String name(Table table) {
    return star.name(table);
  }

  /**
   * Makes {@code table} with its keys, its comments, and an index for each of its foreign keys,
   * without which every row deleted from the other table would have this one searched.
   */
  List<String> create(Table table) {
    List<String> statements = new ArrayList<>(List.of(star.create(table)));
    statements.addAll(star.comments(table));
    StarSchema.REFERENCES.stream()
        .filter(reference -> reference.table().equals(table))
        .map(Reference::field)
        .filter(field -> !table.key().get(0).equals(field))
        .map(
            field ->
                "CREATE INDEX IF NOT EXISTS %s_%s ON %s (%s)"
                    .formatted(table.name(), field.name(), name(table), columns(List.of(field))))
        .forEach(statements::add);
    return statements;
  }

  /** Makes the table of what was loaded, and that of what is staged. */
  List<String> createRecords() {
    return List.of(
        "CREATE TABLE IF NOT EXISTS %s (load_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run_id text NOT NULL, published_at timestamp with time zone NOT NULL, loaded_at timestamp with time zone NOT NULL DEFAULT now())"
            .formatted(loads()),
        "COMMENT ON TABLE %s IS 'One row is one load of the star; the last one tells whose rows it holds'"
            .formatted(loads()),
        staging.createSchema(),
        "CREATE UNLOGGED TABLE IF NOT EXISTS %s (run_id text, published_at text, table_name text, row_count bigint)"
            .formatted(staged()));
  }

  /** Makes the staging table of {@code table} anew: its columns, no keys, no write-ahead log. */
  List<String> stage(Table table) {
    return List.of(
        "DROP TABLE IF EXISTS %s".formatted(staging.name(table)),
        "CREATE UNLOGGED TABLE %s (LIKE %s)".formatted(staging.name(table), name(table)));
  }

  String copy(Table table) {
    return "COPY %s (%s) FROM STDIN".formatted(staging.name(table), columns(table.fields()));
  }

  /** Gives the planner the number of rows, of which a new table says nothing. */
  String analyzeStaged(Table table) {
    return "ANALYZE " + staging.name(table);
  }

  String analyze(Table table) {
    return "ANALYZE " + name(table);
  }

  /** For {@code table} after those that it points at. */
  Merge merge(Table table) {
    List<Field> others =
        table.fields().stream().filter(field -> !table.key().contains(field)).toList();
    String update =
        "UPDATE %s AS t SET %s FROM %s AS s WHERE %s AND (%s) IS DISTINCT FROM (%s)"
            .formatted(
                name(table),
                joined(others, "%1$s = s.%1$s", ", "),
                staging.name(table),
                sameKey(table),
                joined(others, "t.%s", ", "),
                joined(others, "s.%s", ", "));
    String insert =
        "INSERT INTO %s (%s) SELECT %s FROM %s AS s WHERE NOT EXISTS (SELECT FROM %s AS t WHERE %s)"
            .formatted(
                name(table),
                columns(table.fields()),
                joined(table.fields(), "s.%s", ", "),
                staging.name(table),
                name(table),
                sameKey(table));
    return new Merge(update, insert);
  }

  /** For {@code table} after those that point at it. */
  String delete(Table table) {
    return "DELETE FROM %s AS t WHERE NOT EXISTS (SELECT FROM %s AS s WHERE %s)"
        .formatted(name(table), staging.name(table), sameKey(table));
  }

  /** What was loaded, a row a load. */
  String loads() {
    return star.named("loads");
  }

  /** What is staged, a row a table. */
  String staged() {
    return staging.named("staged");
  }

  static List<Table> childrenFirst() {
    List<Table> tables = new ArrayList<>(StarSchema.TABLES);
    Collections.reverse(tables);
    return tables;
  }

  private String sameKey(Table table) {
    return joined(table.key(), "t.%1$s = s.%1$s", " AND ");
  }

  private String joined(List<Field> fields, String each, String between) {
    return fields.stream()
        .map(field -> each.formatted(columns(List.of(field))))
        .collect(Collectors.joining(between));
  }

  private String columns(List<Field> fields) {
    return star.columns(fields);
  }
}
