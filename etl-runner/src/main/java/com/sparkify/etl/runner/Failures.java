package com.sparkify.etl.runner;

import com.fasterxml.jackson.core.JacksonException;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.sparkify.etl.runner.spark.Causes;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkException;

/** Finds out whose turn it is to act on a failure. */
final class Failures {
  private static final Pattern OF_AN_EXECUTOR =
      Pattern.compile(
          Pattern.quote(EtlException.class.getName()) + ": ([A-Z_]+): ((?s).*?)(?:\\R\\s+at |$)");

  private static final Pattern LOCATION = Pattern.compile("\\bs3a?://[^\\s:,;'\"`]+");

  /** S3A says so of a request on a key, such as {@code PUT 0-byte object on lake/songs/x: }. */
  private static final Pattern REQUEST_ON_KEY =
      Pattern.compile("^[\\w ()-]+ on ([^\\s:]+/[^\\s:]+): ");

  private Failures() {}

  /**
   * The failure that {@code thrown} stands for; empty if it is a bug.
   *
   * <p>An EtlException anywhere among the causes is the failure, also one of an executor that came
   * here as text only. What else the storage throws is of kind STORAGE.
   */
  static Optional<EtlException> explain(Throwable thrown) {
    return first(thrown, Failures::own)
        .or(() -> first(thrown, Failures::ofAnExecutor))
        .or(() -> first(thrown, Failures::ofTheStorage));
  }

  private static <T> Optional<T> first(Throwable thrown, Function<Throwable, Optional<T>> reading) {
    return Causes.of(thrown).stream().map(reading).flatMap(Optional::stream).findFirst();
  }

  private static Optional<EtlException> own(Throwable cause) {
    return cause instanceof EtlException failure ? Optional.of(failure) : Optional.empty();
  }

  private static Optional<EtlException> ofAnExecutor(Throwable cause) {
    Matcher matcher = OF_AN_EXECUTOR.matcher(String.valueOf(cause.getMessage()));
    return matcher.find()
        ? Optional.of(
            new EtlException(Kind.valueOf(matcher.group(1)), matcher.group(2).strip(), cause))
        : Optional.empty();
  }

  private static Optional<EtlException> ofTheStorage(Throwable cause) {
    boolean pathNotFound = String.valueOf(cause.getMessage()).startsWith("[PATH_NOT_FOUND]");
    boolean ofTheCode = cause instanceof ObjectStreamException || cause instanceof JacksonException;
    if (pathNotFound || (cause instanceof IOException && !ofTheCode)) {
      return Optional.of(StorageTrouble.failure(attempt(cause), cause));
    }
    return cause instanceof SparkException
        ? StorageTrouble.known(cause).map(trouble -> StorageTrouble.failure(attempt(cause), cause))
        : Optional.empty();
  }

  private static String attempt(Throwable failure) {
    return first(failure, Failures::location)
        .or(() -> first(failure, Failures::key))
        .map("use the storage at '%s'"::formatted)
        .orElse("use the storage");
  }

  /** What {@code cause} is about: S3A names the key, other texts have the URI. */
  private static Optional<String> location(Throwable cause) {
    if (cause instanceof FileSystemException ofFile) {
      return Optional.ofNullable(ofFile.getFile());
    }
    return LOCATION
        .matcher(String.valueOf(cause.getMessage()))
        .results()
        .map(MatchResult::group)
        .findFirst();
  }

  private static Optional<String> key(Throwable cause) {
    return REQUEST_ON_KEY
        .matcher(String.valueOf(cause.getMessage()))
        .results()
        .map(request -> request.group(1))
        .findFirst();
  }
}
