package com.sparkify.etl.it.soak;

import com.sparkify.etl.it.Sparkify;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;

/** The product, in whatever way it is run. */
@FunctionalInterface
interface Program {

  /** Runs a command to its end, and gives what it printed. */
  String run(String... arguments);

  /** Each command in a process of its own, in the folder {@code at}. */
  static Program processes(Path at) {
    return arguments -> {
      Sparkify.Ended ended = Sparkify.withJavaOptions().in(at, arguments);
      if (ended.exitCode() != 0) {
        throw new IllegalStateException(
            "%s ended with %d: %s".formatted(List.of(arguments), ended.exitCode(), ended.err()));
      }
      return ended.out();
    };
  }

  /** All commands in this process, in one session of Spark, as a job runs them that embeds it. */
  static Program oneProcess() {
    OneSession session = new OneSession();
    return arguments -> {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      session.run(out, arguments);
      return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    };
  }
}
