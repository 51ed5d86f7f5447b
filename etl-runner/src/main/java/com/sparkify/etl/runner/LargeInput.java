package com.sparkify.etl.runner;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Hands a command with much input over to a Java that suits it.
 *
 * <p>The launcher starts a Java that is ready soon: one compiler that compiles little, one thread
 * that collects garbage. Over millions of rows another one is faster, which a running Java cannot
 * become. It then has the launcher start the command once more, as its child with its own outputs,
 * and ends as that does. The child reads its standard input, at the other end of which is the first
 * process: when that ends, in whatever way, so does the child.
 */
final class LargeInput {
  /** About where the two take the same time on two cores. */
  private static final long MANY_ROWS = 2_000_000;

  private static final String LAUNCHER = "sparkify.launcher";
  private static final String IS_CHILD = "sparkify.child";
  private static final String SIZE = "SPARKIFY_INPUT";
  private static final int KILLED = 137;

  private final Optional<String> launcher;
  private final List<String> arguments;
  private final IntConsumer exit;

  LargeInput(Optional<String> launcher, List<String> arguments, IntConsumer exit) {
    this.launcher = launcher;
    this.arguments = List.copyOf(arguments);
    this.exit = exit;
  }

  /** For a Java that may hand over {@code arguments} if it was started for little input. */
  static LargeInput of(List<String> arguments) {
    if (Boolean.getBoolean(IS_CHILD)) {
      endWithParent();
    }
    return new LargeInput(
        Optional.ofNullable(System.getProperty(LAUNCHER)), arguments, System::exit);
  }

  /** For a Java that works on whatever it is given. */
  static LargeInput handledHere() {
    return new LargeInput(Optional.empty(), List.of(), System::exit);
  }

  /** Returns if this is the Java for {@code rows} rows; else it ends as the other one does. */
  void handOver(LongSupplier rows) {
    if (launcher.isPresent() && rows.getAsLong() > MANY_ROWS) {
      exit.accept(startAgain(launcher.orElseThrow()));
    }
  }

  private int startAgain(String program) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT);
    builder.environment().putAll(Map.of(SIZE, "large", "SPARKIFY_CHILD", "true"));
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new EtlException(
          Kind.STORAGE,
          "Tried to start '%s' again for much input, which failed: %s. Set %s to large to start it so at once."
              .formatted(program, e.getMessage(), SIZE),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return KILLED;
    }
  }

  private static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException parentIsGone) {
                // as at the end of the input
              }
              Runtime.getRuntime().halt(KILLED);
            },
            "end-with-parent");
    watch.setDaemon(true);
    watch.start();
  }
}
