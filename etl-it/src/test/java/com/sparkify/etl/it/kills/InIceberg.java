package com.sparkify.etl.it.kills;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.iceberg.Listening;
import com.sparkify.etl.it.iceberg.TaggedVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    Question joined =
        new OfOneVersion("the plays with their users and songs", () -> Listening.in(newest(lake)));
    Stream<Question> tables =
        StarSchema.TABLES.stream()
            .map(
                table ->
                    new OfOneVersion(
                        "table '%s'".formatted(table.name()), () -> newest(lake).rows(table)));
    return Stream.concat(Stream.of(joined), tables).toList();
  }

  @Override
  public List<String> remains(Path lake) {
    return newest(lake).remains();
  }

  private TaggedVersion newest(Path lake) {
    return TaggedVersion.newest(lake.toString(), conf);
  }
}
