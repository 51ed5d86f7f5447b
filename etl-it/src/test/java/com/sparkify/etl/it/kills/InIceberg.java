package com.sparkify.etl.it.kills;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.iceberg.Listening;
import com.sparkify.etl.it.iceberg.TaggedVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Tables of Iceberg, of which a reader without Spark takes those of the newest tag. */
final class InIceberg implements Format {
  private final Configuration conf = new Configuration();

  @Override
  public String on(String storage) {
    return storage + ", Iceberg";
  }

  @Override
  public String promise() {
    return "each that of one whole run";
  }

  @Override
  public Sparkify program() {
    return Sparkify.withIceberg(Map.of());
  }

  @Override
  public List<String> options() {
    return List.of("--set=sparkify.lake.format=iceberg");
  }

  @Override
  public List<Step> steps() {
    return IcebergSteps.all();
  }

  @Override
  public List<Step> twice() {
    return IcebergSteps.twiceMovingMain();
  }

  @Override
  public List<Question> questions(Path lake) {
    return List.of(
        new OfOneVersion("the plays with their users and songs", () -> Listening.in(newest(lake))),
        new OfOneVersion("all tables", () -> everyRow(newest(lake))));
  }

  /** The rows of all tables, each with the name of its table in front. */
  private static List<List<String>> everyRow(TaggedVersion version) {
    List<List<String>> rows = new ArrayList<>();
    for (Table table : StarSchema.TABLES) {
      for (List<String> row : version.rows(table)) {
        List<String> named = new ArrayList<>(List.of(table.name()));
        named.addAll(row);
        rows.add(named);
      }
    }
    return rows;
  }

  @Override
  public List<String> remains(Path lake) {
    return newest(lake).remains();
  }

  private TaggedVersion newest(Path lake) {
    return TaggedVersion.newest(lake.toString(), conf);
  }
}
