package com.sparkify.etl.it.s3.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;

/** What becomes of a request at the proxy. */
public sealed interface Fate {

  /** The server gets it and the client gets the answer. */
  record Forwarded() implements Fate {}

  /** What the client meets with in place of the server's answer. The connection ends with it. */
  sealed interface Trouble extends Fate {}

  /**
   * The client gets an error of S3.
   *
   * @param code S3's name of the error, such as {@code AccessDenied}
   */
  record Refused(int status, String code, String message) implements Trouble {

    /** The response to a request by {@code method}; it ends the connection. */
    byte[] response(String method) {
      String body =
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <Error><Code>%s</Code><Message>%s</Message><RequestId>proxy</RequestId></Error>"""
              .formatted(code, message);
      String head =
          "HTTP/1.1 %d Refused\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(status, body.length());
      return (method.equals("HEAD") ? head : head + body).getBytes(US_ASCII);
    }
  }

  /** The connection is reset. */
  record Reset() implements Trouble {}

  /** Nothing is answered for a while; then the connection is closed. */
  record Stalled(Duration silence) implements Trouble {}

  /** The server gets the request and does what it asks for, and the client never hears of it. */
  record Unheard(Trouble instead) implements Fate {}

  static Fate forwarded() {
    return new Forwarded();
  }

  static Trouble accessDenied() {
    return new Refused(403, "AccessDenied", "Access Denied");
  }

  static Trouble slowDown() {
    return new Refused(503, "SlowDown", "Please reduce your request rate.");
  }

  static Trouble internalError() {
    return new Refused(500, "InternalError", "We encountered an internal error. Please try again.");
  }

  static Trouble reset() {
    return new Reset();
  }

  static Trouble stalled(Duration silence) {
    return new Stalled(silence);
  }

  /** The server acts, then the client meets with {@code instead}. */
  static Fate unheard(Trouble instead) {
    return new Unheard(instead);
  }
}
