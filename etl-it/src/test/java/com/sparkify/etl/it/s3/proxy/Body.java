package com.sparkify.etl.it.s3.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** How long the body of an HTTP message is; knows where it ends, and changes none of its bytes. */
enum Body {
  NONE,
  OF_LENGTH,
  CHUNKED,
  UNTIL_THE_END;

  private static final int BUFFER = 64 * 1024;

  static Body ofRequest(Head head) {
    return declared(head, NONE);
  }

  static Body ofResponse(Head head, String method) {
    int status = head.status();
    return method.equals("HEAD") || head.isInterim() || status == 204 || status == 304
        ? NONE
        : declared(head, UNTIL_THE_END);
  }

  /** Copies the body that follows {@code head}. */
  void copy(Head head, InputStream in, OutputStream out) throws IOException {
    switch (this) {
      case NONE -> {}
      case OF_LENGTH -> copy(in, out, Long.parseLong(head.header("content-length").orElseThrow()));
      case CHUNKED -> copyChunks(in, out);
      case UNTIL_THE_END -> in.transferTo(out);
    }
  }

  private static Body declared(Head head, Body otherwise) {
    if (head.header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return CHUNKED;
    }
    return head.header("content-length").isPresent() ? OF_LENGTH : otherwise;
  }

  private static void copyChunks(InputStream in, OutputStream out) throws IOException {
    long size;
    do {
      String line = line(in);
      out.write((line + "\r\n").getBytes(ISO_8859_1));
      size = Long.parseLong(line.split(";", 2)[0].strip(), 16);
      copy(in, out, size);
      copyLines(in, out, size == 0);
    } while (size > 0);
  }

  /** The end of a chunk, or after the last one the trailer, which ends with a blank line. */
  private static void copyLines(InputStream in, OutputStream out, boolean trailer)
      throws IOException {
    String line;
    do {
      line = line(in);
      out.write((line + "\r\n").getBytes(ISO_8859_1));
    } while (trailer && !line.isEmpty());
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("within a chunked body");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }

  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (long left = length; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException("%d of %d bytes of a body are missing".formatted(left, length));
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
