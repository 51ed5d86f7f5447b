package com.sparkify.etl.it.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven by its DevTools protocol. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Pattern ID = Pattern.compile("^\\{\"id\":([0-9]+)");
  private static final Pattern VALUE = Pattern.compile("\"value\":\"([^\"]*)\"");
  private static final Pattern SOCKET =
      Pattern.compile(
          "\"type\": \"page\".*?\"webSocketDebuggerUrl\": \"([^\"]+)\"", Pattern.DOTALL);
  private static final int SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final Messages messages;
  private final AtomicInteger calls = new AtomicInteger();

  private Chromium(Process process, WebSocket socket, Messages messages) {
    this.process = process;
    this.socket = socket;
    this.messages = messages;
  }

  /** The program, if this machine has one. */
  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts {@code program}, which keeps what it keeps in {@code folder}. */
  static Chromium started(Path program, Path folder) throws Exception {
    Process process = process(program, folder);
    HttpClient http = HttpClient.newHttpClient();
    Messages messages = new Messages();
    WebSocket socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(page(http, port(folder))), messages)
            .get(SECONDS, TimeUnit.SECONDS);
    Chromium chromium = new Chromium(process, socket, messages);
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      chromium.call(domain + ".enable", "");
    }
    return chromium;
  }

  private static Process process(Path program, Path folder) throws IOException {
    return new ProcessBuilder(
            program.toString(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--remote-debugging-port=0",
            "--user-data-dir=" + folder,
            "about:blank")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("chromium.log").toFile())
        .start();
  }

  /** The port that the browser chose, which it writes to a file. */
  private static String port(Path folder) throws Exception {
    Path port = folder.resolve("DevToolsActivePort");
    for (int tenths = 0; tenths < 10 * SECONDS; tenths++) {
      if (Files.exists(port) && Files.size(port) > 0) {
        return Files.readAllLines(port).get(0);
      }
      Thread.sleep(100);
    }
    throw new IOException(
        "no browser after %d seconds: %s"
            .formatted(SECONDS, Files.readString(folder.resolve("chromium.log"))));
  }

  private static String page(HttpClient http, String port) throws Exception {
    URI list = URI.create("http://127.0.0.1:%s/json/list".formatted(port));
    String pages =
        http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher page = SOCKET.matcher(pages);
    if (!page.find()) {
      throw new IOException("no page in " + pages);
    }
    return page.group(1);
  }

  /** The reply to {@code method}; {@code parameters} are the fields of an object of JSON. */
  String call(String method, String parameters) throws Exception {
    int id = calls.incrementAndGet();
    CompletableFuture<String> reply = messages.reply(id);
    socket
        .sendText(
            "{\"id\":%d,\"method\":\"%s\",\"params\":{%s}}".formatted(id, method, parameters), true)
        .get(SECONDS, TimeUnit.SECONDS);
    String text = reply.get(SECONDS, TimeUnit.SECONDS);
    if (text.startsWith("{\"id\":%d,\"error\"".formatted(id))) {
      throw new IllegalStateException("%s %s: %s".formatted(method, parameters, text));
    }
    return text;
  }

  /** What {@code script} evaluates to, as text. */
  String evaluate(String script) throws Exception {
    String expression =
        "encodeURIComponent(String(%s))"
            .formatted(script)
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n");
    String reply = call("Runtime.evaluate", "\"expression\":\"%s\"".formatted(expression));
    Matcher value = VALUE.matcher(reply);
    if (!value.find()) {
      throw new IllegalStateException("%s: %s".formatted(script, reply));
    }
    return URLDecoder.decode(value.group(1), UTF_8);
  }

  /** Opens {@code file} in a window of {@code width}, and waits until it is loaded. */
  void open(Path file, int width) throws Exception {
    resize(width);
    call("Page.navigate", "\"url\":\"%s\"".formatted(file.toUri()));
    for (int tenths = 0; tenths < 10 * SECONDS; tenths++) {
      if (evaluate("location.protocol + document.readyState").equals("file:complete")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("'%s' is not loaded".formatted(file));
  }

  void resize(int width) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        "\"width\":%d,\"height\":900,\"deviceScaleFactor\":1,\"mobile\":false".formatted(width));
  }

  /** Presses and lets go a key, such as Tab or Enter. */
  void press(String key, int code) throws Exception {
    String fields =
        "\"key\":\"%s\",\"code\":\"%s\",\"windowsVirtualKeyCode\":%d".formatted(key, key, code);
    String text = key.equals("Enter") ? ",\"text\":\"\\r\"" : "";
    call("Input.dispatchKeyEvent", "\"type\":\"keyDown\"," + fields + text);
    call("Input.dispatchKeyEvent", "\"type\":\"keyUp\"," + fields);
  }

  /** What it has told of itself: of the console, exceptions, and requests. */
  List<String> events(String method) {
    return messages.events.stream().filter(event -> event.contains(method)).toList();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  /** Puts the parts of messages together, and tells replies from events. */
  private static final class Messages implements WebSocket.Listener {
    private final Map<Integer, CompletableFuture<String>> replies = new ConcurrentHashMap<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();

    CompletableFuture<String> reply(int id) {
      return replies.computeIfAbsent(id, key -> new CompletableFuture<>());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        String message = text.toString();
        text.setLength(0);
        Matcher id = ID.matcher(message);
        if (id.find()) {
          reply(Integer.parseInt(id.group(1))).complete(message);
        } else {
          events.add(message);
        }
      }
      socket.request(1);
      return CompletableFuture.completedFuture("");
    }
  }
}
