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
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Commands in the JVM of the tests: all that a process has but a session of Spark of its own, which
 * takes it most of its time to start. The session is not stopped.
 */
public final class InThisJvm {
  private final Function<Settings, SparkSession> sessions;
  private final Clock clock;

  /** In {@code spark}, on which each command's settings are laid. */
  public InThisJvm(SparkSession spark) {
    this(
        settings -> {
          SparkSession.setActiveSession(spark);
          return SparkSessions.open(settings);
        },
        Clock.systemUTC());
  }

  /** In the session that {@code sessions} have for the settings of a command. */
  InThisJvm(Function<Settings, SparkSession> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** How a command ended. */
  public record Ended(ExitCode code, String out, String err) {

    /** The number that a process ends with. */
    public int exitCode() {
      return code.value();
    }
  }

  public Ended run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    ExitCode code =
        Main.run(
            arguments.toArray(String[]::new),
            streams,
            progress -> new Wired(streams, sessions, clock));
    return new Ended(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  private record Wired(Streams streams, Function<Settings, SparkSession> sessions, Clock clock)
      implements Launch {
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
      SparkSession spark = sessions.apply(settings);
      Module catalog =
          knowsHive(spark) && need != CatalogNeed.NONE
              ? new CatalogModule()
              : new NoCatalogModule();
      Module modules =
          Modules.override(Launcher.sparkModules(settings, new LateSpark(() -> spark), catalog))
              .with(binder -> binder.bind(Configuration.class).toInstance(files(spark)));
      work.accept(wired(job, List.of(modules)));
    }

    /** The session's own, which knows what the settings do not say, such as credentials. */
    private static Configuration files(SparkSession spark) {
      return spark.sparkContext().hadoopConfiguration();
    }

    /** The session's own catalog is taken, as it is open already. */
    private static boolean knowsHive(SparkSession spark) {
      return spark
          .sparkContext()
          .getConf()
          .get("spark.sql.catalogImplementation", "in-memory")
          .equals("hive");
    }

    private static Settings settings(Overrides overrides) {
      return SettingsLoader.load(overrides, HadoopConfigurations::of);
    }

    private <J> J wired(Class<J> job, List<Module> modules) {
      List<Module> all = new ArrayList<>(modules);
      all.add(new OutputModule(streams, phase -> {}, clock));
      return Guice.createInjector(all).getInstance(job);
    }
  }
}
