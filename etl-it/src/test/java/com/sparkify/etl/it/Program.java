package com.sparkify.etl.it;

import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.runner.InThisJvm;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The product, in whatever way its commands are run. */
@FunctionalInterface
public interface Program {

  /** Runs a command to its end. */
  Ended run(List<String> arguments);

  /** Each command as a process of {@code sparkify} in {@code folder}. */
  static Program ofProcesses(Path folder, Sparkify sparkify) {
    return arguments -> sparkify.in(folder, arguments.toArray(String[]::new));
  }

  /** All commands in {@code spark}, as in a job that embeds them, which spares them their start. */
  static Program inThisJvm(SparkSession spark) {
    return arguments -> {
      InThisJvm.Ended ended = new InThisJvm(spark).run(arguments);
      return new Ended(ended.exitCode(), ended.out(), ended.err());
    };
  }
}
