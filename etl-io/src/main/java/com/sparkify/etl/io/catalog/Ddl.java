package com.sparkify.etl.io.catalog;

import com.sparkify.etl.core.table.Table;
import java.util.List;

/** The statements that make the tables known to an engine. Running them again changes nothing. */
@FunctionalInterface
public interface Ddl {

  /**
   * Statements in the order in which they have to run, without semicolons.
   *
   * @param tables with the layout in which they are stored, what is pointed at before what points
   */
  List<String> statements(List<Table> tables);

  /** The statements as a script. */
  default String script(List<Table> tables) {
    return String.join(";\n\n", statements(tables)) + ";\n";
  }
}
