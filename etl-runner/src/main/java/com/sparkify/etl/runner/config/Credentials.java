package com.sparkify.etl.runner.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what looks like a credential, so that it is neither taken nor shown. */
final class Credentials {
  static final String ADVICE =
      "a credential is never a setting. Take it out, and let the AWS provider chain find it (role,"
          + " profile, environment), or PGUSER and PGPASSWORD tell it to PostgreSQL";

  private static final Pattern NAME =
      Pattern.compile(
          "secret|password|passwd|token|credential\\b(?![._-])"
              + "|(access|account|api|private|session|encryption)[._-]?key");
  private static final Pattern USER_INFO = Pattern.compile("^[A-Za-z][A-Za-z0-9+.:-]*://[^/]*@.*");

  private Credentials() {}

  /** Whether {@code text}, a key or a line of a file, names a credential. */
  static boolean named(String text) {
    return NAME.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  /**
   * Whether {@code path} has the form {@code scheme://user:password@host/}, or is the URL of a
   * database with a parameter that names a credential.
   */
  static boolean inPath(String path) {
    return USER_INFO.matcher(path).matches()
        || (path.startsWith("jdbc:") && named(path.replaceFirst("^[^?]*", "")));
  }
}
