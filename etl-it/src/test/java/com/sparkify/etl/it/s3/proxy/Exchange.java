package com.sparkify.etl.it.s3.proxy;

import java.util.List;

/**
 * A request and what came of it.
 *
 * @param keys the objects that it is about; those in the body of a MULTI_DELETE
 * @param status of the response, also of one that the client did not hear; 0 if there was none
 * @param asked when the request came, and {@code answered} when its response was passed on, as
 *     places in one sequence that counts both kinds of events
 */
public record Exchange(
    S3Request request, List<String> keys, int status, long asked, long answered) {
  public Exchange {
    keys = List.copyOf(keys);
  }

  public Operation operation() {
    return request.operation();
  }

  public boolean succeeded() {
    return status / 100 == 2;
  }

  /** Whether this one was answered before {@code other} was asked. */
  public boolean isBefore(Exchange other) {
    return answered < other.asked;
  }
}
