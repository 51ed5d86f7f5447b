package com.sparkify.etl.it.s3.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxy before a server that repeats what it got. */
class RequestProxyTest {
  private static final BodyPublisher EMPTY = BodyPublishers.noBody();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private URI server = URI.create("");

  @BeforeEach
  void startTheServer() throws IOException {
    HttpServer echo =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    echo.createContext("/", this::answer);
    echo.start();
    open.add(() -> echo.stop(0));
    server = URI.create("http://127.0.0.1:" + echo.getAddress().getPort());
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
  }

  @Test
  void passesBodiesOnOfAnyKindAndSize() {
    RequestProxy proxy = opened(RequestProxy.before(server));
    String large = "0123456789abcdef".repeat(100_000);
    BodyPublisher chunked =
        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large.getBytes(UTF_8)));

    assertThat(send(proxy, "PUT", "/b/k", BodyPublishers.ofString("")).body()).isEmpty();
    assertThat(send(proxy, "PUT", "/b/k", BodyPublishers.ofString(large)).body()).isEqualTo(large);
    assertThat(send(proxy, "PUT", "/b/k?chunked", chunked).body()).isEqualTo(large);
    assertThat(send(proxy, "HEAD", "/b/k", EMPTY).body()).isEmpty();
    assertThat(send(proxy, "DELETE", "/b/k", EMPTY).statusCode()).isEqualTo(204);
    assertThat(send(proxy, "GET", "/b/absent", EMPTY).statusCode()).isEqualTo(404);
    assertThat(proxy.journal().exchanges())
        .extracting(Exchange::status)
        .containsExactly(200, 200, 200, 200, 204, 404);
  }

  @Test
  void keepsTheHostThatTheClientNamed() {
    RequestProxy proxy = opened(RequestProxy.before(server));

    send(proxy, "GET", "/b/k", EMPTY);

    assertThat(hosts).containsExactly(proxy.endpoint().getAuthority());
  }

  @Test
  void aBodyThatIsAnnouncedWaitsForLeave() {
    RequestProxy proxy = opened(RequestProxy.before(server));
    HttpRequest asking =
        HttpRequest.newBuilder(proxy.endpoint().resolve("/b/k"))
            .expectContinue(true)
            .PUT(BodyPublishers.ofString("content"))
            .build();

    assertThat(send(asking).body()).isEqualTo("content");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, LIST_BUCKETS",
    "PUT, /b, CREATE_BUCKET",
    "HEAD, /b, HEAD_BUCKET",
    "HEAD, /b/, HEAD_BUCKET",
    "DELETE, /b, DELETE_BUCKET",
    "GET, /b?list-type=2&prefix=a%2F, LIST",
    "GET, /b/?prefix=a&delimiter=%2F, LIST",
    "GET, /b?uploads&prefix=a, LIST_UPLOADS",
    "GET, /b?location, OTHER",
    "POST, /b?delete, MULTI_DELETE",
    "GET, /b/a/k, GET",
    "HEAD, /b/a/k, HEAD",
    "PUT, /b/a/k, PUT",
    "PUT, /b/a/k?tagging, OTHER",
    "PUT, /b/a/k?partNumber=1&uploadId=u, UPLOAD_PART",
    "POST, /b/a/k?uploads, CREATE_UPLOAD",
    "POST, /b/a/k?uploadId=u, COMPLETE_UPLOAD",
    "GET, /b/a/k?uploadId=u, LIST_PARTS",
    "DELETE, /b/a/k?uploadId=u, ABORT_UPLOAD",
    "DELETE, /b/a/k, DELETE"
  })
  void knowsWhatARequestAsksFor(String method, String target, Operation operation) {
    assertThat(S3Request.of(Head.of(method + " " + target + " HTTP/1.1\r\nHost: h\r\n\r\n")))
        .extracting(S3Request::operation)
        .isEqualTo(operation);
  }

  @Test
  void aPutThatNamesAnotherObjectIsACopy() {
    Head copy = Head.of("PUT /b/k HTTP/1.1\r\nx-amz-copy-source: /b/other\r\n\r\n");

    assertThat(S3Request.of(copy).operation()).isEqualTo(Operation.COPY);
  }

  @Test
  void knowsBucketKeyParametersAndWhoAsks() {
    S3Request request =
        S3Request.of(
            Head.of(
                """
                GET /b/year%3D2018/a%20b?versionId=3&x HTTP/1.1\r
                Authorization: AWS4-HMAC-SHA256 Credential=me/2018/s3, Signature=0\r
                \r
                """));

    assertThat(request.bucket()).isEqualTo("b");
    assertThat(request.key()).isEqualTo("year=2018/a b");
    assertThat(request.query()).containsOnly(entry("versionId", "3"), entry("x", ""));
    assertThat(request.accessKeyId()).isEqualTo("me");
  }

  @Test
  void theJournalIsInOrderAndCounts() {
    RequestProxy proxy = opened(RequestProxy.before(server));

    send(proxy, "PUT", "/b/k", BodyPublishers.ofString("x"));
    send(proxy, "GET", "/b/k", EMPTY);
    send(proxy, "GET", "/b/k", EMPTY);

    List<Exchange> exchanges = proxy.journal().exchanges();
    assertThat(exchanges)
        .extracting(Exchange::operation)
        .containsExactly(Operation.PUT, Operation.GET, Operation.GET);
    assertThat(exchanges.get(0).isBefore(exchanges.get(1))).isTrue();
    assertThat(exchanges.get(1).isBefore(exchanges.get(0))).isFalse();
    assertThat(proxy.journal().counts())
        .containsOnly(entry(Operation.PUT, 1L), entry(Operation.GET, 2L));
  }

  @Test
  void knowsTheObjectsOfADeletionOfMany() {
    RequestProxy proxy = opened(RequestProxy.before(server));

    send(
        proxy,
        "POST",
        "/b?delete",
        BodyPublishers.ofString(
            "<Delete><Object><Key>a/1</Key></Object><Object><Key>a/2</Key></Object></Delete>"));

    assertThat(proxy.journal().exchanges())
        .singleElement()
        .satisfies(exchange -> assertThat(exchange.keys()).containsExactly("a/1", "a/2"));
  }

  @Test
  void refusesWhatARuleForbidsAndTheServerNeverSeesIt() {
    Rule readOnly = Rule.deny(request -> request.operation().writes());
    RequestProxy proxy = opened(RequestProxy.before(server, readOnly, Duration.ZERO));

    HttpResponse<String> refused = send(proxy, "PUT", "/b/k", BodyPublishers.ofString("x"));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("<Code>AccessDenied</Code>");
    assertThat(hosts).isEmpty();
    assertThat(send(proxy, "GET", "/b/k", EMPTY).statusCode()).isEqualTo(200);
    assertThat(proxy.journal().exchanges()).extracting(Exchange::status).containsExactly(403, 200);
  }

  @ParameterizedTest
  @CsvSource({"GET", "PUT", "HEAD"})
  void saysThatItIsBusyOrBrokenAndTheServerNeverSeesIt(String method) {
    RequestProxy busy = opened(meeting(Fate.slowDown()));
    RequestProxy broken = opened(meeting(Fate.internalError()));

    assertThat(send(busy, method, "/b/k", bodyOf(method)).statusCode()).isEqualTo(503);
    assertThat(send(broken, method, "/b/k", bodyOf(method)).statusCode()).isEqualTo(500);
    assertThat(send(busy, "GET", "/b/k", EMPTY).body()).contains("<Code>SlowDown</Code>");
    assertThat(send(broken, "GET", "/b/k", EMPTY).body()).contains("<Code>InternalError</Code>");
    assertThat(hosts).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GET", "PUT", "HEAD"})
  void resetsTheConnectionAndTheServerNeverSeesIt(String method) {
    RequestProxy proxy = opened(meeting(Fate.reset()));

    assertThatThrownBy(() -> send(proxy, method, "/b/k", bodyOf(method)))
        .rootCause()
        .hasMessageContaining("reset");

    assertThat(hosts).isEmpty();
    assertThat(proxy.journal().exchanges()).extracting(Exchange::status).containsOnly(0);
  }

  @Test
  void staysSilentAndThenClosesTheConnection() {
    Duration silence = Duration.ofMillis(300);
    RequestProxy proxy = opened(meeting(Fate.stalled(silence)));
    long start = System.nanoTime();

    assertThatThrownBy(() -> send(proxy, "PUT", "/b/k", bodyOf("PUT")))
        .hasRootCauseInstanceOf(IOException.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(silence);
    assertThat(hosts).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GET", "PUT", "HEAD", "DELETE"})
  void losesTheAnswerOfAServerThatHasActed(String method) {
    RequestProxy broken = opened(meeting(Fate.unheard(Fate.internalError())));
    RequestProxy resetting = opened(meeting(Fate.unheard(Fate.reset())));
    RequestProxy silent = opened(meeting(Fate.unheard(Fate.stalled(Duration.ofMillis(50)))));

    assertThat(send(broken, method, "/b/k", bodyOf(method)).statusCode()).isEqualTo(500);
    assertThat(hosts).hasSize(1);
    assertThatThrownBy(() -> send(resetting, method, "/b/k", bodyOf(method)))
        .rootCause()
        .hasMessageContaining("reset");
    assertThat(hosts).hasSizeGreaterThan(1);
    int heard = hosts.size();
    assertThatThrownBy(() -> send(silent, method, "/b/k", bodyOf(method)))
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(hosts).hasSizeGreaterThan(heard);
    int status = method.equals("DELETE") ? 204 : 200;
    for (RequestProxy proxy : List.of(broken, resetting, silent)) {
      assertThat(proxy.journal().exchanges()).extracting(Exchange::status).containsOnly(status);
    }
  }

  @Test
  void losesTheAnswerToABodyThatWaitedForLeave() {
    RequestProxy proxy = opened(meeting(Fate.unheard(Fate.slowDown())));
    HttpRequest asking =
        HttpRequest.newBuilder(proxy.endpoint().resolve("/b/k"))
            .expectContinue(true)
            .PUT(BodyPublishers.ofString("content"))
            .build();

    assertThat(send(asking).statusCode()).isEqualTo(503);
    assertThat(hosts).hasSize(1);
  }

  @Test
  void addsItsDelayToEveryRequest() {
    Duration delay = Duration.ofMillis(60);
    RequestProxy proxy = opened(RequestProxy.before(server, Rule.forwardAll(), delay));
    long start = System.nanoTime();

    send(proxy, "GET", "/b/k", EMPTY);
    send(proxy, "GET", "/b/k", EMPTY);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(delay.multipliedBy(2));
  }

  @Test
  void aServerThatIsNotThereIsAClosedConnectionAndAnExchangeWithoutAStatus() {
    RequestProxy proxy = opened(RequestProxy.before(URI.create("http://127.0.0.1:1")));

    assertThatThrownBy(() -> send(proxy, "GET", "/b/k", EMPTY))
        .hasRootCauseInstanceOf(IOException.class);

    assertThat(proxy.journal().exchanges())
        .isNotEmpty()
        .allSatisfy(exchange -> assertThat(exchange.status()).isZero());
  }

  private RequestProxy meeting(Fate fate) {
    return RequestProxy.before(server, request -> fate, Duration.ZERO);
  }

  private static BodyPublisher bodyOf(String method) {
    return method.equals("PUT") ? BodyPublishers.ofString("content") : EMPTY;
  }

  private RequestProxy opened(RequestProxy proxy) {
    open.add(proxy);
    return proxy;
  }

  private HttpResponse<String> send(
      RequestProxy proxy, String method, String target, BodyPublisher body) {
    return send(
        HttpRequest.newBuilder(proxy.endpoint().resolve(target)).method(method, body).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Repeats the body: in chunks if asked to, else with its length. */
  private void answer(HttpExchange exchange) throws IOException {
    hosts.add(String.valueOf(exchange.getRequestHeaders().getFirst("Host")));
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean chunked = "chunked".equals(exchange.getRequestURI().getQuery());
    boolean deleted = exchange.getRequestMethod().equals("DELETE");
    int status = deleted ? 204 : exchange.getRequestURI().getPath().contains("absent") ? 404 : 200;
    exchange.sendResponseHeaders(status, chunked ? 0 : body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
