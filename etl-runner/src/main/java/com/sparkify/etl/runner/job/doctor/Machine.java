package com.sparkify.etl.runner.job.doctor;

import com.sparkify.etl.core.EtlException.Kind;
import java.time.ZoneId;
import java.util.List;

/** Looks at Java, Spark and the time zone. */
final class Machine {
  private static final int OLDEST_JAVA = 17;
  private static final int NEWEST_JAVA = 21;

  private Machine() {}

  static List<Finding> examine() {
    return List.of(
        java(Runtime.version()),
        Finding.ok(
            "spark",
            "%s with Scala %s"
                .formatted(
                    org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                    scala.util.Properties.versionNumberString())),
        Finding.ok(
            "time zone",
            "%s here; tables and results are in UTC all the same"
                .formatted(ZoneId.systemDefault())));
  }

  static Finding java(Runtime.Version version) {
    String text = "Java %s".formatted(version);
    if (version.feature() < OLDEST_JAVA) {
      return Finding.fail(
          Kind.CONFIG,
          "java",
          text,
          "install Java %d, and set JAVA_HOME to it".formatted(OLDEST_JAVA));
    }
    return version.feature() > NEWEST_JAVA
        ? Finding.warn(
            "java",
            text,
            "Spark is tested with Java %d to %d; set JAVA_HOME to one of them if it fails"
                .formatted(OLDEST_JAVA, NEWEST_JAVA))
        : Finding.ok("java", text);
  }
}
