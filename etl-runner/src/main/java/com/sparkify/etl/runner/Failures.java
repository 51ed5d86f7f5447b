package com.sparkify.etl.runner;

import com.fasterxml.jackson.core.JacksonException;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.spark.Causes;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.security.AccessControlException;

/** Finds out whose turn it is to act on a failure. */
final class Failures {
  private static final Pattern OF_AN_EXECUTOR =
      Pattern.compile(Pattern.quote(EtlException.class.getName()) + ": ((?s).*?)(?:\\R\\s+at |$)");

  private Failures() {}

  /**
   * The failure that {@code thrown} stands for; empty if it is a bug.
   *
   * <p>An EtlException anywhere among the causes is the failure. One of an executor may have come
   * here as text only; its kind is lost then, and it counts as SOURCE_DATA, since executors read
   * the source. What else the storage throws is of kind STORAGE.
   */
  static Optional<EtlException> explain(Throwable thrown) {
    return first(thrown, Failures::own)
        .or(() -> first(thrown, Failures::ofAnExecutor))
        .or(() -> first(thrown, Failures::ofTheStorage));
  }

  private static Optional<EtlException> first(
      Throwable thrown, Function<Throwable, Optional<EtlException>> reading) {
    return Causes.of(thrown).stream().map(reading).flatMap(Optional::stream).findFirst();
  }

  private static Optional<EtlException> own(Throwable cause) {
    return cause instanceof EtlException failure ? Optional.of(failure) : Optional.empty();
  }

  private static Optional<EtlException> ofAnExecutor(Throwable cause) {
    Matcher matcher = OF_AN_EXECUTOR.matcher(String.valueOf(cause.getMessage()));
    return matcher.find()
        ? Optional.of(new EtlException(Kind.SOURCE_DATA, matcher.group(1).strip(), cause))
        : Optional.empty();
  }

  private static Optional<EtlException> ofTheStorage(Throwable cause) {
    if (cause instanceof AccessControlException
        || cause instanceof java.nio.file.AccessDeniedException) {
      return storage("denies access", "check the role or profile and the policy", cause);
    }
    boolean pathNotFound = String.valueOf(cause.getMessage()).startsWith("[PATH_NOT_FOUND]");
    boolean ofTheCode = cause instanceof ObjectStreamException || cause instanceof JacksonException;
    return pathNotFound || (cause instanceof IOException && !ofTheCode)
        ? storage("fails", "check the path and the connection ('sparkify doctor' does)", cause)
        : Optional.empty();
  }

  private static Optional<EtlException> storage(String what, String advice, Throwable cause) {
    String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return Optional.of(
        new EtlException(
            Kind.STORAGE,
            "The storage %s: '%s' (%s); %s"
                .formatted(what, reason, cause.getClass().getSimpleName(), advice),
            cause));
  }
}
