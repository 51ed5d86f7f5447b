package com.sparkify.etl.runner.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What looks like a bucket with one small object to whoever does not write: every answer is a
 * success, and nothing is kept.
 */
final class TrainingStore implements AutoCloseable {
  static final String KEY = "folder/object";
  static final byte[] CONTENT = "{}".getBytes(UTF_8);

  private static final String ETAG = "\"99914b932bd37a50b983c5e7c90ae93b\"";
  private static final String MODIFIED = "Thu, 01 Nov 2018 00:00:00 GMT";
  private static final String LISTED =
      """
      <ListBucketResult><Name>training</Name><KeyCount>1</KeyCount><MaxKeys>1000</MaxKeys>\
      <IsTruncated>false</IsTruncated><Contents><Key>%s</Key><Size>%d</Size>\
      <LastModified>2018-11-01T00:00:00.000Z</LastModified><ETag>%s</ETag>\
      <StorageClass>STANDARD</StorageClass></Contents></ListBucketResult>"""
          .formatted(KEY, CONTENT.length, ETAG);
  private static final String UPLOAD =
      """
      <InitiateMultipartUploadResult><Bucket>training</Bucket><Key>%s</Key>\
      <UploadId>1</UploadId></InitiateMultipartUploadResult>"""
          .formatted(KEY);
  private static final String DELETED = "<DeleteResult></DeleteResult>";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private TrainingStore(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", TrainingStore::answer);
    server.start();
  }

  /** Listens to this machine alone. */
  static TrainingStore started() throws IOException {
    return new TrainingStore(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
      switch (exchange.getRequestMethod()) {
        case "HEAD" -> {
          addDescription(exchange);
          exchange.getResponseHeaders().set("Content-Length", Integer.toString(CONTENT.length));
          exchange.sendResponseHeaders(200, -1);
        }
        case "GET" -> {
          boolean lists = query.contains("list-type");
          if (!lists) {
            addDescription(exchange);
          }
          send(exchange, lists ? LISTED.getBytes(UTF_8) : CONTENT);
        }
        case "POST" ->
            send(exchange, (query.contains("delete") ? DELETED : UPLOAD).getBytes(UTF_8));
        case "DELETE" -> exchange.sendResponseHeaders(204, -1);
        default -> {
          addDescription(exchange);
          exchange.sendResponseHeaders(200, -1);
        }
      }
    }
  }

  private static void addDescription(HttpExchange exchange) {
    exchange.getResponseHeaders().set("ETag", ETAG);
    exchange.getResponseHeaders().set("Last-Modified", MODIFIED);
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
