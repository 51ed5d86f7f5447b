package com.sparkify.etl.it.catalog;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * What an analyst has: Spark with Hive, told where the metastore is, and nothing of the product.
 */
public final class CatalogReader {
  static final List<String> TABLES =
      List.of("artists", "songs", "users", "user_levels", "time", "songplays");

  private CatalogReader() {}

  /**
   * Prints how many rows each table has, and the plays of each month.
   *
   * @param args the folder of the metastore
   */
  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 1)
            .config("spark.sql.catalogImplementation", "hive")
            .config(
                "spark.hadoop.javax.jdo.option.ConnectionURL",
                "jdbc:derby:;databaseName=" + args[0])
            .getOrCreate();
    for (String table : TABLES) {
      System.out.println(table + "|" + spark.table("sparkify." + table).count());
    }
    spark
        .sql("SELECT year, month, count(*) FROM sparkify.songplays GROUP BY 1, 2 ORDER BY 1, 2")
        .collectAsList()
        .forEach(row -> System.out.println(row.mkString("|")));
    spark.stop();
  }
}
