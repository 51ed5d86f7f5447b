package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.spark.CatalogNeed;
import java.util.function.Consumer;

/** Makes the job of a command with all that it needs, and lets it work. */
public interface Launch {

  /** A job that needs neither settings nor Spark. */
  <J> void bare(Class<J> job, Consumer<J> work);

  /** A job that needs settings and Hadoop's file systems; it starts in a moment. */
  <J> void withSettings(Overrides overrides, Class<J> job, Consumer<J> work);

  /**
   * A job that needs settings, Spark and the lake. Spark is stopped when the work is done.
   *
   * @param input what the job reads, which decides in what kind of Java it works best
   */
  default <J> void withSpark(Overrides overrides, Input input, Class<J> job, Consumer<J> work) {
    withCatalog(overrides, input, CatalogNeed.NONE, job, work);
  }

  /** The same for a job that works on the catalog, or keeps it in step. */
  <J> void withCatalog(
      Overrides overrides, Input input, CatalogNeed need, Class<J> job, Consumer<J> work);
}
