package com.sparkify.etl.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import com.sparkify.etl.runner.cli.Launch;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.config.SettingsLoader;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.CatalogNeed;
import com.sparkify.etl.runner.spark.HadoopConfigurations;
import com.sparkify.etl.runner.spark.LateSpark;
import com.sparkify.etl.runner.spark.SparkSessions;
import com.sparkify.etl.runner.wiring.CatalogModule;
import com.sparkify.etl.runner.wiring.NoCatalogModule;
import com.sparkify.etl.runner.wiring.OutputModule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Commands in the JVM of the tests: all that a process has but a session of Spark of its own, which
 * takes it most of its time to start. The session is not stopped.
 */
public final class InThisJvm {
  private final SparkSession spark;

  public InThisJvm(SparkSession spark) {
    this.spark = spark;
  }

  /** How a command ended. */
  public record Ended(int exitCode, String out, String err) {}

  public Ended run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    ExitCode code =
        Main.run(arguments.toArray(String[]::new), streams, progress -> new Wired(streams, spark));
    return new Ended(code.value(), out.toString(UTF_8), err.toString(UTF_8));
  }

  private record Wired(Streams streams, SparkSession spark) implements Launch {
    @Override
    public <J> void bare(Class<J> job, Consumer<J> work) {
      work.accept(wired(job, List.of()));
    }

    @Override
    public <J> void withSettings(Overrides overrides, Class<J> job, Consumer<J> work) {
      work.accept(wired(job, Launcher.settingsModules(settings(overrides))));
    }

    @Override
    public <J> void withCatalog(
        Overrides overrides, Input input, CatalogNeed need, Class<J> job, Consumer<J> work) {
      Settings settings = settings(overrides);
      SparkSession.setActiveSession(spark);
      Module modules =
          Modules.override(
                  Launcher.sparkModules(
                      settings, new LateSpark(() -> SparkSessions.open(settings)), catalog(need)))
              .with(binder -> binder.bind(Configuration.class).toInstance(files()));
      work.accept(wired(job, List.of(modules)));
    }

    /** The session's own, which knows what the settings do not say, such as credentials. */
    private Configuration files() {
      return spark.sparkContext().hadoopConfiguration();
    }

    /** The session's own, as it is open already. */
    private Module catalog(CatalogNeed need) {
      String kind =
          spark.sparkContext().getConf().get("spark.sql.catalogImplementation", "in-memory");
      return need != CatalogNeed.NONE && kind.equals("hive")
          ? new CatalogModule()
          : new NoCatalogModule();
    }

    private static Settings settings(Overrides overrides) {
      return SettingsLoader.load(overrides, HadoopConfigurations::of);
    }

    private <J> J wired(Class<J> job, List<Module> modules) {
      List<Module> all = new ArrayList<>(modules);
      all.add(new OutputModule(streams, phase -> {}, Clock.systemUTC()));
      return Guice.createInjector(all).getInstance(job);
    }
  }
}
