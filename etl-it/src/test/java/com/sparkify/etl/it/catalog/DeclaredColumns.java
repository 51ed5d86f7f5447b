package com.sparkify.etl.it.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.parquet.schema.MessageType;

/**
 * The columns that a script declares for a table, to be held against the footers of its files.
 *
 * @param columns in order, without those of the partitions
 */
record DeclaredColumns(List<Column> columns) {
  /** A column as an engine is told of it. */
  record Column(String name, String type) {}

  private static final Pattern COLUMN =
      Pattern.compile("  [`\"](\\w+)[`\"] ([\\w() ]+?)(?: NOT NULL)?(?: COMMENT '.*')?,?");
  private static final Pattern PARTITIONS =
      Pattern.compile("PARTITIONED BY \\(((?:[^()]|\\([^()]*\\)|'[^']*')*)\\)");
  private static final Pattern NAME = Pattern.compile("[`\"](\\w+)[`\"]");

  /** Those of {@code table} in {@code script}, but for {@code folders}. */
  static DeclaredColumns in(String script, String table, List<String> folders) {
    String create = statement(script, table);
    List<Column> columns =
        create
            .lines()
            .map(COLUMN::matcher)
            .filter(Matcher::matches)
            .map(line -> new Column(line.group(1), line.group(2)))
            .filter(column -> !folders.contains(column.name()))
            .toList();
    return new DeclaredColumns(columns);
  }

  /** The columns that {@code script} declares as folders of {@code table}. */
  static List<String> foldersIn(String script, String table) {
    Matcher partitions = PARTITIONS.matcher(statement(script, table));
    return partitions.find()
        ? NAME.matcher(partitions.group(1)).results().map(name -> name.group(1)).toList()
        : List.of();
  }

  private static String statement(String script, String table) {
    Pattern create =
        Pattern.compile("CREATE (?:EXTERNAL )?TABLE [^(]*[`\"]%s[`\"] \\(".formatted(table));
    return List.of(script.split(";\n\n", -1)).stream()
        .filter(statement -> create.matcher(statement).lookingAt())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no statement makes " + table));
  }

  /** In what {@code footer} is otherwise: names, order, types; none if in nothing. */
  List<String> differencesFrom(MessageType footer) {
    List<String> differences = new ArrayList<>();
    List<String> found = footer.getFields().stream().map(field -> field.getName()).toList();
    List<String> declared = columns.stream().map(Column::name).toList();
    if (!found.equals(declared)) {
      differences.add("declared are %s, the file has %s".formatted(declared, found));
      return differences;
    }
    for (Column column : columns) {
      try {
        TypeOfFile type = TypeOfFile.of(footer.getType(column.name()).asPrimitiveType());
        if (!type.isCalled(column.type())) {
          differences.add(
              "%s is declared as %s, the file has %s"
                  .formatted(column.name(), column.type(), type));
        }
      } catch (IllegalArgumentException e) {
        differences.add(column.name() + " " + e.getMessage());
      }
    }
    return differences;
  }
}
