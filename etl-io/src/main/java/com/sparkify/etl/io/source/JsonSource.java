package com.sparkify.etl.io.source;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads JSON files into raw rows.
 *
 * <p>Every record of every file is one row, readable or not, and every file has at least one: a
 * file that holds nothing is one malformed record. Of a compressed file that is damaged, all
 * records before the damage are rows, and one more stands for the rest. A value is never silently
 * null: a record that cannot be read, or has a value of the wrong type, says so in {@code
 * read_problem}.
 */
public interface JsonSource {

  /** All files under the source's root, in the order of their paths. */
  List<SourceFile> list();

  /** The records of {@code files}, with the columns of the source's raw table. Lazy. */
  Dataset<Row> read(List<SourceFile> files);
}
