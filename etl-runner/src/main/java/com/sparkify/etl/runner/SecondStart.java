package com.sparkify.etl.runner;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The launcher, started once more with the same command, for a Java that suits it better than this
 * one.
 *
 * <p>It is a child with this process's outputs, and this process ends as it does. The child reads
 * its standard input, at the other end of which is this process: when that ends, in whatever way,
 * so does the child.
 */
final class SecondStart {
  private static final String LAUNCHER = "sparkify.launcher";
  private static final String IS_CHILD = "sparkify.child";
  private static final int KILLED = 137;

  private final Optional<String> launcher;
  private final List<String> arguments;
  private final IntConsumer exit;

  SecondStart(Optional<String> launcher, List<String> arguments, IntConsumer exit) {
    this.launcher = launcher;
    this.arguments = List.copyOf(arguments);
    this.exit = exit;
  }

  /** For a Java that may hand over {@code arguments} if the launcher has started it so. */
  static SecondStart of(List<String> arguments) {
    if (Boolean.getBoolean(IS_CHILD)) {
      endWithParent();
    }
    return new SecondStart(
        Optional.ofNullable(System.getProperty(LAUNCHER)), arguments, System::exit);
  }

  /** For a Java that works on whatever it is given. */
  static SecondStart never() {
    return new SecondStart(Optional.empty(), List.of(), System::exit);
  }

  /** Whether there is a launcher to start. */
  boolean isPossible() {
    return launcher.isPresent();
  }

  /**
   * Starts the launcher with {@code value} of the environment {@code variable}, and ends as it
   * does.
   *
   * @param reason what the other Java is for, to follow "again"
   */
  void with(String variable, String value, String reason) {
    String program = launcher.orElseThrow();
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT);
    Map<String, String> variables = new HashMap<>(Map.of("SPARKIFY_CHILD", "true"));
    variables.put(variable, value);
    builder.environment().putAll(variables);
    try {
      exit.accept(builder.start().waitFor());
    } catch (IOException e) {
      throw new EtlException(
          Kind.STORAGE,
          "Tried to start '%s' again %s, which failed: %s. Set %s to %s to start it so at once."
              .formatted(program, reason, e.getMessage(), variable, value),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exit.accept(KILLED);
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
