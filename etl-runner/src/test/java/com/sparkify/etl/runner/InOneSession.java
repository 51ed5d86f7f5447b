package com.sparkify.etl.runner;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.sparkify.etl.runner.cli.Launch;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.config.SettingsLoader;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.CatalogNeed;
import com.sparkify.etl.runner.spark.HadoopConfigurations;
import com.sparkify.etl.runner.spark.LateSpark;
import com.sparkify.etl.runner.wiring.CatalogModule;
import com.sparkify.etl.runner.wiring.NoCatalogModule;
import com.sparkify.etl.runner.wiring.OutputModule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Commands with all that the product wires, but for the session of Spark: that of the tests. */
final class InOneSession {
  private final Clock clock;

  InOneSession(Clock clock) {
    this.clock = clock;
  }

  /** How a command ended. */
  record Ended(ExitCode code, String out, String err) {}

  Ended run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    ExitCode code = Main.run(args, streams, progress -> new Wired(streams, clock));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private record Wired(Streams streams, Clock clock) implements Launch {
    @Override
    public <J> void bare(Class<J> job, Consumer<J> work) {
      work.accept(wired(job, List.of()));
    }

    @Override
    public <J> void withSettings(Overrides overrides, Class<J> job, Consumer<J> work) {
      Settings settings = SettingsLoader.load(overrides, HadoopConfigurations::of);
      work.accept(wired(job, Launcher.settingsModules(settings)));
    }

    @Override
    public <J> void withCatalog(
        Overrides overrides, Input input, CatalogNeed need, Class<J> job, Consumer<J> work) {
      Settings settings = SettingsLoader.load(overrides, HadoopConfigurations::of);
      work.accept(
          wired(
              job,
              Launcher.sparkModules(settings, new LateSpark(TestSpark::session), catalog(need))));
    }

    /** The session's own, as it is open already. */
    private static Module catalog(CatalogNeed need) {
      String kind =
          TestSpark.session()
              .sparkContext()
              .getConf()
              .get("spark.sql.catalogImplementation", "in-memory");
      return need != CatalogNeed.NONE && kind.equals("hive")
          ? new CatalogModule()
          : new NoCatalogModule();
    }

    private <J> J wired(Class<J> job, List<Module> modules) {
      List<Module> all = new ArrayList<>(modules);
      all.add(new OutputModule(streams, phase -> {}, clock));
      return Guice.createInjector(all).getInstance(job);
    }
  }
}
