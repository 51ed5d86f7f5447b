package com.sparkify.etl.io.catalog;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * The lake's tables in the persistent catalog of a session of Spark. No file of the lake is ever
 * touched.
 *
 * <p>Each method throws an {@link EtlException} of kind STORAGE where the catalog does not do what
 * it is asked, and one of kind CONFIG where a table of the catalog is another one than the lake's.
 */
public final class SparkCatalog {
  private static final String DROP =
      "Drop it with 'tables drop --yes', which keeps all files, and create it again";

  private final Supplier<SparkSession> spark;
  private final String database;
  private final LakeFolder lake;
  private final SparkDdl ddl;

  /**
   * The tables of {@code lake} in {@code database}.
   *
   * @param spark a session whose catalog outlives it; it is asked for when the catalog is needed
   */
  public SparkCatalog(Supplier<SparkSession> spark, String database, LakeFolder lake) {
    this.spark = spark;
    this.database = database;
    this.lake = lake;
    this.ddl = new SparkDdl(database, lake);
  }

  /**
   * Makes those of {@code tables} that the catalog does not have, and brings the partitions of all
   * in step; which ones it made. If one that is there differs from the lake's, nothing changes. A
   * database that is there is not asked for again, which would take the right to make one.
   */
  public List<Table> create(List<Table> tables) {
    return attempt(
        "create the tables",
        () -> {
          List<Table> absent = new ArrayList<>();
          for (Table table : tables) {
            Optional<Registered> found = find(table);
            found.ifPresent(registered -> requireSame(table, registered));
            if (found.isEmpty()) {
              absent.add(table);
            }
          }
          if (!spark.get().catalog().databaseExists(database)) {
            spark.get().sql(ddl.createDatabase());
          }
          absent.forEach(table -> ddl.create(table).forEach(spark.get()::sql));
          tables.stream().filter(table -> !absent.contains(table)).forEach(this::repair);
          return absent;
        });
  }

  /**
   * Brings the partitions of those of {@code tables} that the catalog has to those of the lake. All
   * are tried before a difference of one is thrown.
   */
  public void keepInStep(List<Table> tables) {
    attempt(
        "bring the partitions in step",
        () -> {
          List<String> differences = new ArrayList<>();
          for (Table table : tables) {
            Optional<Registered> found = find(table);
            Optional<String> difference = found.flatMap(there -> difference(table, there));
            difference.ifPresent(differences::add);
            if (found.isPresent() && difference.isEmpty()) {
              repair(table);
            }
          }
          requireNone(differences);
          return true;
        });
  }

  /** Forgets those of {@code tables} that the catalog has; which ones. The database stays. */
  public List<Table> drop(List<Table> tables) {
    return attempt(
        "drop the tables",
        () -> {
          List<Table> found = tables.stream().filter(table -> find(table).isPresent()).toList();
          found.forEach(this::requireExternal);
          found.forEach(table -> spark.get().sql("DROP TABLE " + ddl.name(table)));
          return found;
        });
  }

  /** How the catalog has each of {@code tables}. */
  public List<TableState> states(List<Table> tables) {
    return attempt("look at the tables", () -> tables.stream().map(this::state).toList());
  }

  private TableState state(Table table) {
    return find(table)
        .map(
            found ->
                new TableState(
                    table,
                    Optional.of(found.location()),
                    found.columns().size(),
                    found.partitionedBy().isEmpty()
                        ? 0
                        : spark.get().sql("SHOW PARTITIONS " + ddl.name(table)).count(),
                    found.differenceFrom(table, lake.of(table))))
        .orElseGet(() -> TableState.absent(table));
  }

  private Optional<Registered> find(Table table) {
    if (!spark.get().catalog().tableExists(ddl.name(table))) {
      return Optional.empty();
    }
    return Optional.of(
        Registered.of(
            spark.get().table(ddl.name(table)).schema(),
            spark.get().sql("DESCRIBE TABLE EXTENDED " + ddl.name(table)).collectAsList()));
  }

  private void repair(Table table) {
    if (!table.partitionedBy().isEmpty()) {
      spark.get().sql(ddl.repair(table));
    }
  }

  private void requireSame(Table table, Registered found) {
    requireNone(difference(table, found).stream().toList());
  }

  private static void requireNone(List<String> differences) {
    if (!differences.isEmpty()) {
      throw new EtlException(Kind.CONFIG, String.join("\n  ", differences));
    }
  }

  private Optional<String> difference(Table table, Registered found) {
    return found
        .differenceFrom(table, lake.of(table))
        .map(
            difference ->
                "The catalog's table '%s.%s' is another than the lake's: %s. %s."
                    .formatted(database, table.name(), difference, DROP));
  }

  private void requireExternal(Table table) {
    if (find(table).filter(Registered::isExternal).isEmpty()) {
      throw new EtlException(
          Kind.CONFIG,
          ("The catalog's table '%s.%s' is no external table, so that its files would go with it."
                  + " Nothing was dropped; whoever made it has to, or give another"
                  + " sparkify.catalog.database.")
              .formatted(database, table.name()));
    }
  }

  /** What Spark throws is checked, and its methods do not say so. */
  private <T> T attempt(String attempt, Supplier<T> work) {
    try {
      return work.get();
    } catch (EtlException e) {
      throw e;
    } catch (Exception e) {
      throw StorageTrouble.failure(
          "%s in the catalog's database '%s'".formatted(attempt, database), e);
    }
  }
}
