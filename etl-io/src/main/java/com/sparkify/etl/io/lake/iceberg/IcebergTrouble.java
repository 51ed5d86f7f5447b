package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;

/** What failures of Iceberg stand for. */
final class IcebergTrouble {
  private static final int DEEPEST = 50;
  private static final String EXCEPTIONS = CommitFailedException.class.getPackageName();

  private IcebergTrouble() {}

  /**
   * The failure of an attempt; one that is not Iceberg's or the storage's is as it was.
   *
   * @param attempt to follow "Could not", with the place in quotes
   */
  static RuntimeException of(String attempt, Exception failure) {
    if (failure instanceof EtlException told) {
      return told;
    }
    return known(attempt, failure)
        .orElseGet(
            () ->
                failure instanceof RuntimeException own && !isOfStorage(own)
                    ? own
                    : StorageTrouble.failure(attempt, failure));
  }

  private static Optional<RuntimeException> known(String attempt, Exception failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
      if (cause instanceof CommitStateUnknownException) {
        return told(attempt, "the catalog did not say whether its last commit holds", failure);
      }
      if (cause instanceof CommitFailedException || cause instanceof AlreadyExistsException) {
        return told(attempt, "another writer changed the tables meanwhile", failure);
      }
    }
    return Optional.empty();
  }

  private static Optional<RuntimeException> told(String attempt, String reason, Exception cause) {
    String message =
        "Could not %s: %s. The tables are at one version; run again.".formatted(attempt, reason);
    return Optional.of(new EtlException(Kind.STORAGE, message, cause));
  }

  private static boolean isOfStorage(RuntimeException failure) {
    return failure instanceof UncheckedIOException
        || failure.getClass().getPackageName().equals(EXCEPTIONS);
  }
}
