package com.sparkify.etl.runner;

import com.sparkify.etl.runner.cli.Invocation.Verbosity;
import java.util.List;

/** Keeps Spark quiet. To be called before anything logs. */
final class Logging {
  /** Set by the user, or, in the latter two, by spark-submit, which has its own configuration. */
  private static final List<String> CONFIGURED_BY =
      List.of(
          "log4j2.configurationFile",
          "log4j.configurationFile",
          "spark.submit.deployMode",
          "spark.app.submitTime");

  private Logging() {}

  /** Chooses this job's configuration of Log4j, unless there is another. */
  static void configure(Verbosity verbosity) {
    if (CONFIGURED_BY.stream().allMatch(name -> System.getProperty(name) == null)) {
      System.setProperty("log4j2.configurationFile", "sparkify-log4j2.properties");
      if (verbosity == Verbosity.VERBOSE) {
        System.setProperty("sparkify.log.level", "info");
        System.setProperty("sparkify.log.rethrown", "info");
      }
    }
  }
}
