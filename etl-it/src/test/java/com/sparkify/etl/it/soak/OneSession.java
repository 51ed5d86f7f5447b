package com.sparkify.etl.it.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.sparkify.etl.runner.cli.Invocation;
import com.sparkify.etl.runner.cli.Launch;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.config.SettingsLoader;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.HadoopConfigurations;
import com.sparkify.etl.runner.spark.SparkSessions;
import com.sparkify.etl.runner.wiring.HadoopModule;
import com.sparkify.etl.runner.wiring.OutputModule;
import com.sparkify.etl.runner.wiring.ParquetLakeModule;
import com.sparkify.etl.runner.wiring.RunsModule;
import com.sparkify.etl.runner.wiring.SettingsModule;
import com.sparkify.etl.runner.wiring.SourcesModule;
import com.sparkify.etl.runner.wiring.SparkModule;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** The product's commands with all that it wires, in one session that stays open. */
final class OneSession {
  private static final Overrides FEW_TASKS =
      new Overrides(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of("sparkify.spark.conf.spark.sql.shuffle.partitions=2"));

  private final SparkSession spark = SparkSessions.open(settings(FEW_TASKS));

  /** Runs a command, whose results go to {@code out}. */
  void run(OutputStream out, String... arguments) {
    PrintStream printed = new PrintStream(out, true, UTF_8);
    Streams streams = new Streams(printed, System.err);
    Invocation.parse(arguments, streams).orElseThrow().command().execute(new Wired(streams, spark));
    printed.flush();
  }

  private static Settings settings(Overrides overrides) {
    return SettingsLoader.load(overrides, HadoopConfigurations::of);
  }

  private record Wired(Streams streams, SparkSession spark) implements Launch {
    @Override
    public <J> void bare(Class<J> job, Consumer<J> work) {
      work.accept(wired(job, List.of()));
    }

    @Override
    public <J> void withSettings(Overrides overrides, Class<J> job, Consumer<J> work) {
      SettingsModule settings = new SettingsModule(settings(overrides));
      work.accept(wired(job, List.of(settings, new HadoopModule(), new RunsModule())));
    }

    @Override
    public <J> void withSpark(Overrides overrides, Class<J> job, Consumer<J> work) {
      work.accept(
          wired(
              job,
              List.of(
                  new SettingsModule(settings(overrides)),
                  new SparkModule(spark),
                  new SourcesModule(),
                  new RunsModule(),
                  new ParquetLakeModule())));
    }

    private <J> J wired(Class<J> job, List<Module> modules) {
      List<Module> all = new ArrayList<>(modules);
      all.add(new OutputModule(streams, phase -> {}, Clock.systemUTC()));
      return Guice.createInjector(all).getInstance(job);
    }
  }
}
