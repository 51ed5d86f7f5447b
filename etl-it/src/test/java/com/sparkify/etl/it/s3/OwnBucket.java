package com.sparkify.etl.it.s3;

/** A bucket on a server of its own, for a program that is no test. */
public final class OwnBucket implements AutoCloseable {
  private final S3Server server;
  private final Bucket bucket;

  private OwnBucket(S3Server server) {
    this.server = server;
    this.bucket = Bucket.createdOn(server);
  }

  /** Starts the server that tests would get; which one it is, and why, is printed. */
  public static OwnBucket opened() {
    S3Choice choice = S3Choice.made();
    System.err.println(choice);
    return new OwnBucket(choice.server());
  }

  public Bucket bucket() {
    return bucket;
  }

  @Override
  public void close() {
    try (server) {
      bucket.remove();
    }
  }
}
