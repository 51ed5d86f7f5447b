package com.sparkify.etl.it.faults;

import com.sparkify.etl.it.s3.proxy.Operation;
import com.sparkify.etl.it.s3.proxy.S3Request;
import java.util.Locale;

/** One kind of request: what is asked for, and on what. */
record Target(Operation operation, KeyKind on) implements Comparable<Target> {

  static Target of(S3Request request) {
    return new Target(request.operation(), KeyKind.of(request));
  }

  @Override
  public int compareTo(Target other) {
    int byOperation = operation.compareTo(other.operation);
    return byOperation == 0 ? on.compareTo(other.on) : byOperation;
  }

  @Override
  public String toString() {
    return "%s %s".formatted(operation, on).replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
