package com.sparkify.etl.core;

/** A run that cannot go on, and whose turn it is to fix it. */
public final class EtlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who can act on the failure. */
  public enum Kind {
    /** Whoever wrote the command line or the configuration file. */
    CONFIG,
    /** Whoever delivers the source files. */
    SOURCE_DATA,
    /** Whoever owns the rules: the data was read, but a promise about the tables does not hold. */
    QUALITY,
    /** Whoever runs the storage: a bucket, a disk, a permission. */
    STORAGE
  }

  private final Kind kind;

  public EtlException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public EtlException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Names the kind too: of a failure on an executor this text may be all that the driver gets. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // the message is for people, this is for traces
  public String toString() {
    return "%s: %s: %s".formatted(getClass().getName(), kind, getMessage());
  }
}
