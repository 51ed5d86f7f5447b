package com.sparkify.etl.it.s3.proxy;

import java.util.function.Predicate;

/** Decides the fate of each request, in the order in which they come; called by many threads. */
public interface Rule {
  Fate fateOf(S3Request request);

  static Rule forwardAll() {
    return request -> Fate.forwarded();
  }

  /** Those of {@code denied} are answered as if a policy forbade them. */
  static Rule deny(Predicate<S3Request> denied) {
    return request -> denied.test(request) ? Fate.accessDenied() : Fate.forwarded();
  }
}
