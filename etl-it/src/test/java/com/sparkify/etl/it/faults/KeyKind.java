package com.sparkify.etl.it.faults;

import com.sparkify.etl.it.s3.SparkifyOnS3;
import com.sparkify.etl.it.s3.proxy.S3Request;

/** What the key, or the prefix, of a request stands for. */
enum KeyKind {
  SOURCE,
  LOCK,
  STAGING,
  JOURNAL,
  VERSION,
  REPORT,
  TABLE,
  /** The whole bucket, as in a deletion of many, whose keys are in its body. */
  BUCKET;

  private static final String OWN = SparkifyOnS3.LAKE + "/_sparkify/";

  static KeyKind of(S3Request request) {
    String key =
        request.key().isEmpty() ? request.query().getOrDefault("prefix", "") : request.key();
    if (key.startsWith(SparkifyOnS3.SONGS) || key.startsWith(SparkifyOnS3.EVENTS)) {
      return SOURCE;
    }
    return key.startsWith(SparkifyOnS3.LAKE) ? inLake(key) : BUCKET;
  }

  private static KeyKind inLake(String key) {
    if (key.startsWith(OWN + "lock")) {
      return LOCK;
    }
    if (key.startsWith(OWN + "staging")) {
      return STAGING;
    }
    if (key.startsWith(OWN + "runs")) {
      return REPORT;
    }
    return switch (key) {
      case OWN + "publish.json" -> JOURNAL;
      case OWN + "version.json" -> VERSION;
      default -> TABLE;
    };
  }
}
