package com.sparkify.etl.io.warehouse;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code warehouse load} runs on PostgreSQL, for somebody who fills the staging tables in
 * another way: the tables, then the transaction that brings the star to what is staged.
 */
public record PostgresFromStaging(String schema) implements LoadScript {

  @Override
  public String text() {
    StarStatements statements = new StarStatements(schema);
    List<String> all = new ArrayList<>(List.of(statements.createSchema()));
    StarSchema.TABLES.forEach(table -> all.addAll(statements.create(table)));
    all.addAll(statements.createRecords());
    StarSchema.TABLES.forEach(table -> all.addAll(statements.stage(table)));
    all.add("-- Fill the staging tables here.\nBEGIN");
    for (Table table : StarSchema.TABLES) {
      all.add(statements.merge(table).update());
      all.add(statements.merge(table).insert());
    }
    StarStatements.childrenFirst().forEach(table -> all.add(statements.delete(table)));
    all.add("COMMIT");
    StarSchema.TABLES.forEach(table -> all.add(statements.analyze(table)));
    return String.join(";\n\n", all) + ";\n";
  }
}
