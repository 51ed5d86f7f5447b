package com.sparkify.etl.runner;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.sparkify.etl.runner.cli.Launch;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.config.SettingsLoader;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.InputSize;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.CatalogNeed;
import com.sparkify.etl.runner.spark.CatalogSessions;
import com.sparkify.etl.runner.spark.HadoopConfigurations;
import com.sparkify.etl.runner.spark.LateSpark;
import com.sparkify.etl.runner.spark.SparkSessions;
import com.sparkify.etl.runner.wiring.CatalogModule;
import com.sparkify.etl.runner.wiring.HadoopModule;
import com.sparkify.etl.runner.wiring.IcebergLakeModule;
import com.sparkify.etl.runner.wiring.NoCatalogModule;
import com.sparkify.etl.runner.wiring.OutputModule;
import com.sparkify.etl.runner.wiring.ParquetLakeModule;
import com.sparkify.etl.runner.wiring.RunsModule;
import com.sparkify.etl.runner.wiring.SettingsModule;
import com.sparkify.etl.runner.wiring.SourcesModule;
import com.sparkify.etl.runner.wiring.SparkModule;
import com.sparkify.etl.runner.wiring.WarehouseModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Wires a job and hands over to it; opens Spark for those that need it, and stops it. */
final class Launcher implements Launch {
  private final Streams streams;
  private final Progress progress;
  private final LargeInput largeInput;
  private final SecondStart secondStart;

  Launcher(Streams streams, Progress progress, SecondStart secondStart) {
    this.streams = streams;
    this.progress = progress;
    this.largeInput = new LargeInput(secondStart);
    this.secondStart = secondStart;
  }

  @Override
  public <J> void bare(Class<J> job, Consumer<J> work) {
    work.accept(injector(List.of()).getInstance(job));
  }

  @Override
  public <J> void withSettings(Overrides overrides, Class<J> job, Consumer<J> work) {
    Settings settings = settings(overrides);
    work.accept(injector(settingsModules(settings)).getInstance(job));
  }

  /** What a job with settings is wired of. */
  static List<Module> settingsModules(Settings settings) {
    return List.of(
        new SettingsModule(settings), new HadoopModule(), new RunsModule(), new WarehouseModule());
  }

  @Override
  public <J> void withCatalog(
      Overrides overrides, Input input, CatalogNeed need, Class<J> job, Consumer<J> work) {
    SparkSessions.prepare();
    Settings settings = settings(overrides);
    boolean withCatalog = CatalogSessions.isWanted(settings, need);
    if (withCatalog) {
      AddedClasses.ofHive().require(secondStart);
    }
    if (!settings.lake().format().isFolders()) {
      AddedClasses.ofIceberg().require(secondStart);
    }
    Module catalog = withCatalog ? new CatalogModule() : new NoCatalogModule();
    try (LateSpark spark = new LateSpark(() -> opened(settings, withCatalog))) {
      Injector injector = injector(sparkModules(settings, spark, catalog));
      largeInput.handOver(() -> injector.getInstance(InputSize.class).rows(input));
      work.accept(injector.getInstance(job));
    }
  }

  private SparkSession opened(Settings settings, boolean withCatalog) {
    progress.phase("start Spark");
    return withCatalog ? SparkSessions.openWithCatalog(settings) : SparkSessions.open(settings);
  }

  private static Settings settings(Overrides overrides) {
    return SettingsLoader.load(overrides, HadoopConfigurations::of);
  }

  /** What a job with Spark is wired of. */
  static List<Module> sparkModules(Settings settings, LateSpark spark, Module catalog) {
    return List.of(
        new SettingsModule(settings),
        new HadoopModule(),
        new SparkModule(spark),
        new SourcesModule(),
        new RunsModule(),
        new WarehouseModule(),
        catalog,
        lakeModule(settings.lake().format()));
  }

  private static Module lakeModule(LakeSettings.Format format) {
    return switch (format) {
      case PARQUET -> new ParquetLakeModule();
      case ICEBERG -> new IcebergLakeModule();
    };
  }

  private Injector injector(List<Module> modules) {
    List<Module> all = new ArrayList<>(modules);
    all.add(new OutputModule(streams, progress, Clock.systemUTC()));
    return Guice.createInjector(all);
  }
}
