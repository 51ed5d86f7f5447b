package com.sparkify.etl.it.s3.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.it.s3.proxy.Fate.Refused;
import com.sparkify.etl.it.s3.proxy.Fate.Reset;
import com.sparkify.etl.it.s3.proxy.Fate.Stalled;
import com.sparkify.etl.it.s3.proxy.Fate.Trouble;
import com.sparkify.etl.it.s3.proxy.Fate.Unheard;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A client's connection to the proxy: its requests, one after the other. Each gets a connection of
 * its own to the server, so that none meets one that the server has given up.
 */
final class Connection {
  private static final Pattern KEY = Pattern.compile("<Key>(.*?)</Key>", Pattern.DOTALL);

  /** As if the server had said so. */
  private static final Head CONTINUE = Head.of("HTTP/1.1 100 Continue\r\n\r\n");

  private final Socket client;
  private final InputStream in;
  private final OutputStream out;
  private final URI server;
  private final Rule rule;
  private final Duration delay;
  private final Journal journal;

  Connection(Socket client, URI server, Rule rule, Duration delay, Journal journal)
      throws IOException {
    this.client = client;
    this.in = new BufferedInputStream(client.getInputStream());
    this.out = new BufferedOutputStream(client.getOutputStream());
    this.server = server;
    this.rule = rule;
    this.delay = delay;
    this.journal = journal;
  }

  /** Serves requests until one side wants no more. */
  void serve() throws IOException {
    boolean open = true;
    while (open) {
      Optional<Head> head = Head.read(in);
      open = head.isPresent() && serve(head.orElseThrow());
    }
  }

  /** Whether the connection stays open. */
  private boolean serve(Head head) throws IOException {
    Asked asked = new Asked(head, S3Request.of(head), journal.tick());
    pause(delay);
    Fate fate = rule.fateOf(asked.request());
    if (fate instanceof Trouble trouble) {
      keepFromTheServer(asked, trouble);
      return false;
    }
    if (fate instanceof Unheard unheard) {
      actUnheard(asked, unheard.instead());
      return false;
    }
    return forward(asked) && !head.closes();
  }

  private record Asked(Head head, S3Request request, long at) {}

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepFromTheServer(Asked asked, Trouble trouble) throws IOException {
    List<String> keys = asked.request().keys();
    if (!asked.head().asksFirst()) {
      keys = passBody(asked, OutputStream.nullOutputStream());
    }
    record(asked, keys, trouble instanceof Refused refused ? refused.status() : 0);
    meet(trouble, asked.request().method());
  }

  private void actUnheard(Asked asked, Trouble instead) throws IOException {
    String method = asked.request().method();
    try (Socket socket = new Socket()) {
      Answer answer = ask(asked, socket);
      Body.ofResponse(answer.head(), method)
          .copy(answer.head(), answer.body(), OutputStream.nullOutputStream());
      record(asked, answer.keys(), answer.head().status());
    }
    meet(instead, method);
  }

  /** What the client meets with before the connection is closed. */
  private void meet(Trouble trouble, String method) throws IOException {
    if (trouble instanceof Refused refused) {
      out.write(refused.response(method));
      out.flush();
    } else if (trouble instanceof Stalled stalled) {
      pause(stalled.silence());
    } else if (trouble instanceof Reset) {
      client.setSoLinger(true, 0);
    }
  }

  private boolean forward(Asked asked) throws IOException {
    try (Socket socket = new Socket()) {
      Answer answer = ask(asked, socket);
      record(asked, answer.keys(), answer.head().status());
      return pass(answer, asked.request().method());
    }
  }

  private record Answer(Head head, InputStream body, List<String> keys, boolean tookTheBody) {}

  private Answer ask(Asked asked, Socket socket) throws IOException {
    try {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
      socket.setTcpNoDelay(true);
      OutputStream toServer = new BufferedOutputStream(socket.getOutputStream());
      InputStream fromServer = new BufferedInputStream(socket.getInputStream());
      toServer.write(asked.head().bytes());
      toServer.flush();
      Head leave = asked.head().asksFirst() ? passInterim(fromServer) : CONTINUE;
      if (!leave.isInterim()) {
        return new Answer(leave, fromServer, asked.request().keys(), false);
      }
      List<String> keys = passBody(asked, toServer);
      return new Answer(response(fromServer), fromServer, keys, true);
    } catch (IOException e) {
      record(asked, asked.request().keys(), 0);
      throw e;
    }
  }

  /** Passes on that the client may send its body; what else the server says is for the caller. */
  private Head passInterim(InputStream fromServer) throws IOException {
    Head head = response(fromServer);
    if (head.isInterim()) {
      out.write(head.bytes());
      out.flush();
    }
    return head;
  }

  /** Passes the body of a request on and returns the keys that the request is about. */
  private List<String> passBody(Asked asked, OutputStream to) throws IOException {
    Body body = Body.ofRequest(asked.head());
    if (asked.request().operation() != Operation.MULTI_DELETE) {
      body.copy(asked.head(), in, to);
      to.flush();
      return asked.request().keys();
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    body.copy(asked.head(), in, content);
    content.writeTo(to);
    to.flush();
    return KEY.matcher(content.toString(UTF_8)).results().map(found -> found.group(1)).toList();
  }

  /** Whether the connection stays open: a client that was not let finish would not know where. */
  private boolean pass(Answer answer, String method) throws IOException {
    Body body = Body.ofResponse(answer.head(), method);
    out.write(answer.head().bytes());
    body.copy(answer.head(), answer.body(), out);
    out.flush();
    return answer.tookTheBody() && !answer.head().closes() && body != Body.UNTIL_THE_END;
  }

  /** Before the client has the answer, so that what it does next is later in the journal. */
  private void record(Asked asked, List<String> keys, int status) {
    journal.add(new Exchange(asked.request(), keys, status, asked.at(), journal.tick()));
  }

  private static Head response(InputStream fromServer) throws IOException {
    return Head.read(fromServer)
        .orElseThrow(() -> new EOFException("the server closed without an answer"));
  }
}
