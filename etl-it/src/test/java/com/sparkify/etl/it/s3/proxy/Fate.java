package com.sparkify.etl.it.s3.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What becomes of a request at the proxy. */
public sealed interface Fate {

  /** The server gets it and the client gets the answer. */
  record Forwarded() implements Fate {}

  /**
   * The server never sees it; the client gets an error of S3.
   *
   * @param code S3's name of the error, such as {@code AccessDenied}
   */
  record Refused(int status, String code, String message) implements Fate {

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

  static Fate forwarded() {
    return new Forwarded();
  }

  static Fate accessDenied() {
    return new Refused(403, "AccessDenied", "Access Denied");
  }
}
