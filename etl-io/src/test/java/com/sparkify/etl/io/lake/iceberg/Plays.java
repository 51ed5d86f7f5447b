package com.sparkify.etl.io.lake.iceberg;

import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.Release.Part;
import com.sparkify.etl.io.lake.Replaced;
import com.sparkify.etl.io.lake.Version;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A lake of listeners and what they play; each row tells which run wrote it. */
final class Plays {
  static final Field LISTENER = required("listener", StringType, "Who listens");
  static final Field RUN = required("run", StringType, "The run that wrote the row");
  static final Field AT = required("at", TimestampType, "When a song was started");
  static final Field YEAR = required("year", IntegerType, "Year of at in UTC");
  static final Field MONTH = required("month", IntegerType, "Month of at in UTC");

  static final Table LISTENERS =
      Table.of("listeners", List.of(LISTENER, RUN), List.of(LISTENER))
          .whereOneRowIs("one listener");
  static final Table LEVELS =
      Table.of(
          "levels",
          List.of(LISTENER, RUN, optional("level", StringType, "Plan; null if none is known")),
          List.of(LISTENER));
  static final Table PLAYS =
      Table.of("plays", List.of(AT, LISTENER, RUN, YEAR, MONTH), List.of(AT, LISTENER))
          .whereOneRowIs("one song started by a listener")
          .partitionedBy(YEAR, MONTH);

  static final IcebergCatalog CATALOG =
      new IcebergCatalog(IcebergCatalog.Type.HADOOP, "sparkify", Map.of());

  private Plays() {}

  static Lake lakeAt(String root, Configuration conf) {
    return IcebergTables.at(root, CATALOG, conf, Spark::session);
  }

  static Configuration conf() {
    return Spark.session().sparkContext().hadoopConfiguration();
  }

  /** The catalog as any other program opens it. */
  static Catalog catalogAt(String root) {
    return new HadoopCatalog(conf(), "file:" + root);
  }

  /** Everybody plays a song at each of {@code times}. */
  static Version publish(Lake lake, String run, String... times) {
    return lake.publish(release(run, Optional.empty(), times), Runnable::run);
  }

  static Release release(String run, Optional<Replaced> replaced, String... times) {
    List<Row> plays = new ArrayList<>();
    Map<List<Object>, Long> counts = new HashMap<>();
    for (String time : times) {
      Instant at = Instant.parse(time);
      int year = at.atZone(ZoneOffset.UTC).getYear();
      int month = at.atZone(ZoneOffset.UTC).getMonthValue();
      plays.add(RowFactory.create(Timestamp.from(at), "Ann", run, year, month));
      plays.add(RowFactory.create(Timestamp.from(at), "Bob", run, year, month));
      counts.merge(List.of(year, month), 2L, Long::sum);
    }
    return new Release(
        run,
        Instant.EPOCH,
        new Basis(Set.of(run), Set.of(run), "rules"),
        List.of(
            part(LISTENERS, RowFactory.create("Ann", run), RowFactory.create("Bob", run)),
            part(LEVELS, RowFactory.create("Ann", run, "paid")),
            new Part(
                PLAYS, Spark.session().createDataFrame(plays, PLAYS.schema()), counts, replaced)));
  }

  static Part part(Table table, Row... rows) {
    return new Part(
        table,
        Spark.session().createDataFrame(List.of(rows), table.schema()),
        Map.of(List.of(), (long) rows.length),
        Optional.empty());
  }
}
