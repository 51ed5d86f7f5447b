package com.sparkify.etl.it;

import com.sparkify.etl.it.s3.Bucket;
import com.sparkify.etl.it.s3.SparkifyOnS3;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is in a lake only while a run works on it, or when one was cut off. */
public final class Orphans {
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(^|.*/)(_temporary|__magic|[.]spark-staging|incoming)[^/]*/.*"
              + "|.*[.]unfinished|_sparkify/publish[.]json|_sparkify/lock.*");
  private static final Pattern IN_BATCH = Pattern.compile("(_sparkify/staging/\\w+/batch=\\d+/).*");

  private Orphans() {}

  /** Those of {@code files}, paths relative to a lake. */
  public static List<String> among(List<String> files) {
    return files.stream().filter(file -> isOrphan(file, files)).toList();
  }

  /** Those of the lake in {@code bucket}, and the uploads that nobody completed. */
  public static List<String> in(Bucket bucket) {
    String lake = SparkifyOnS3.LAKE + "/";
    List<String> files =
        bucket.keys(lake).stream().map(key -> key.substring(lake.length())).toList();
    return Stream.concat(
            among(files).stream(), bucket.openUploads().stream().map(key -> "upload of " + key))
        .toList();
  }

  private static boolean isOrphan(String file, List<String> files) {
    Matcher batch = IN_BATCH.matcher(file);
    return UNFINISHED.matcher(file).matches()
        || (batch.matches()
            && Stream.of("_SUCCESS", "_files")
                .anyMatch(name -> !files.contains(batch.group(1) + name)));
  }
}
