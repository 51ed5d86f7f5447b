package com.sparkify.etl.io.warehouse;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Version;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A database that keeps the star with rows of its own, loaded in two halves.
 *
 * <p>Staging tables hold the rows of one published version, as they are in the lake; nobody but the
 * loads reads them. The star follows from them in one transaction: a reader's statement sees all
 * tables as they were before it or as they are after it. A half that throws, or whose process dies,
 * leaves what was there. Each half may be repeated.
 */
public interface Warehouse {

  /**
   * Fills the staging tables with {@code version}, in place of what they held. The star is made if
   * there is none, without rows, and is not touched if there is one.
   *
   * @param rows the published rows of a table
   * @throws com.sparkify.etl.core.EtlException of kind QUALITY if a table has another number of
   *     rows than the version says; of kind STORAGE if the database fails or cannot be reached
   */
  void loadStaging(Version version, Function<Table, Dataset<Row>> rows);

  /**
   * Brings the star to what is staged.
   *
   * @throws com.sparkify.etl.core.EtlException of kind CONFIG if nothing is staged; of kind QUALITY
   *     if the rows break a key, or are not as many as were staged; of kind STORAGE if the database
   *     fails or cannot be reached
   */
  Loaded insertStar();
}
