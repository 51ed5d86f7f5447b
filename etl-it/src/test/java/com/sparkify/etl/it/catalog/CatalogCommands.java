package com.sparkify.etl.it.catalog;

import com.sparkify.etl.it.Program;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.config.SettingsLoader;
import com.sparkify.etl.runner.spark.HadoopConfigurations;
import com.sparkify.etl.runner.spark.SparkSessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** A run, {@code tables create} and a later run, in a process with Hive on its class path. */
public final class CatalogCommands {
  private static final Path SAMPLE =
      Path.of(System.getProperty("sparkify.home", "")).resolve("etl-runner/sample");

  private CatalogCommands() {}

  /**
   * The commands on the sample: November at first, then December.
   *
   * @param args the lake
   */
  public static void main(String[] args) {
    SparkSession spark =
        SparkSessions.openWithCatalog(
            SettingsLoader.load(
                new Overrides(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(args[0]),
                    List.of("sparkify.spark.master=local[1]")),
                HadoopConfigurations::of));
    Program commands = Program.inThisJvm(spark);
    commands.run(run(args[0], "11")).ok();
    commands.run(List.of("tables", "create", "--lake=" + args[0])).ok();
    commands.run(run(args[0], "12")).ok();
    spark.stop();
  }

  private static List<String> run(String lake, String month) {
    return List.of(
        "run",
        "--songs=" + SAMPLE.resolve("song_data"),
        "--events=" + SAMPLE.resolve("log_data/2018").resolve(month),
        "--lake=" + lake);
  }
}
