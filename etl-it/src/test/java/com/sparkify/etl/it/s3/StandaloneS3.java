package com.sparkify.etl.it.s3;

/** A server with one bucket, for programs; tests have {@link S3}. */
public final class StandaloneS3 implements AutoCloseable {
  private final S3Choice choice;
  private final Bucket bucket;

  private StandaloneS3(S3Choice choice, Bucket bucket) {
    this.choice = choice;
    this.bucket = bucket;
  }

  public static StandaloneS3 started() {
    S3Choice choice = S3Choice.made();
    return new StandaloneS3(choice, Bucket.createdOn(choice.server()));
  }

  public Bucket bucket() {
    return bucket;
  }

  /** Which server it is, and why. */
  @Override
  public String toString() {
    return choice.toString();
  }

  @Override
  public void close() {
    bucket.remove();
    choice.server().close();
  }
}
