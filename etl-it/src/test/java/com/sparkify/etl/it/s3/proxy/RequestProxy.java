package com.sparkify.etl.it.s3.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a client and an S3 server, keeps a journal of the requests, and may delay or
 * refuse them, or lose the answer. What it passes on it does not change, the Host header included,
 * so that signatures hold. Plain HTTP.
 */
public final class RequestProxy implements AutoCloseable {
  private final ServerSocket door;
  private final URI server;
  private final Rule rule;
  private final Duration delay;
  private final Journal journal = new Journal();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "request-proxy");
            thread.setDaemon(true);
            return thread;
          });

  private RequestProxy(URI server, Rule rule, Duration delay) {
    this.server = server;
    this.rule = rule;
    this.delay = delay;
    try {
      this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passes everything on at once. */
  public static RequestProxy before(URI server) {
    return before(server, Rule.forwardAll(), Duration.ZERO);
  }

  /**
   * Passes on what {@code rule} lets through.
   *
   * @param delay what is added to every request
   */
  public static RequestProxy before(URI server, Rule rule, Duration delay) {
    RequestProxy proxy = new RequestProxy(server, rule, delay);
    proxy.threads.execute(proxy::serve);
    return proxy;
  }

  public URI endpoint() {
    return URI.create(
        "http://%s:%d".formatted(door.getInetAddress().getHostAddress(), door.getLocalPort()));
  }

  public Journal journal() {
    return journal;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    closeQuietly(door);
    clients.forEach(RequestProxy::closeQuietly);
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        client.setTcpNoDelay(true);
        clients.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      new Connection(client, server, rule, delay, journal).serve();
    } catch (IOException gone) {
      // Client or server closed its end; the other one sees that from the closed sockets.
    } finally {
      clients.remove(client);
    }
  }

  private static void closeQuietly(java.io.Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to be closed.
    }
  }
}
