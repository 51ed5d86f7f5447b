package com.sparkify.etl.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product as users have it: a process with arguments, an exit code, and two outputs. */
public final class Sparkify {
  private static final Path PROJECT =
      Path.of(System.getProperty("sparkify.root", "..")).toAbsolutePath().normalize();
  private static final long MINUTES = 5;

  private final List<String> javaOptions;
  private final Map<String, String> variables;

  private Sparkify(List<String> javaOptions, Map<String, String> variables) {
    this.javaOptions = List.copyOf(javaOptions);
    this.variables = Map.copyOf(variables);
  }

  /** How a process ended. */
  public record Ended(int exitCode, String out, String err) {}

  public static Sparkify withJavaOptions(String... options) {
    return new Sparkify(List.of(options), Map.of());
  }

  /**
   * The process finds {@code variables} in its environment. What begins with {@code AWS_} in the
   * environment of the tests it never finds.
   */
  public static Sparkify withVariables(Map<String, String> variables) {
    return new Sparkify(List.of(), variables);
  }

  /** The folder of the project. */
  public static Path project() {
    return PROJECT;
  }

  /** Runs a command to its end, in the folder {@code at}. */
  public Ended in(Path at, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g", "-Dsparkify.home=" + PROJECT));
    command.addAll(javaOptions);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path", ""), "com.sparkify.etl.runner.Main"));
    command.addAll(Arrays.asList(arguments));
    return ended(command, at);
  }

  private Ended ended(List<String> command, Path at) {
    try {
      Path out = Files.createTempFile("sparkify", ".out");
      Path err = Files.createTempFile("sparkify", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(at.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
      builder.environment().putAll(variables);
      Process process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "still running after %d minutes: %s".formatted(MINUTES, command));
      }
      Ended ended =
          new Ended(
              process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
      Files.delete(out);
      Files.delete(err);
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
