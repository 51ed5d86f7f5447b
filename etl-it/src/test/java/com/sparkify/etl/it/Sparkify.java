package com.sparkify.etl.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
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
  private static final long MINUTES_OF_A_SOAK = 300;
  private static final String MAIN = "com.sparkify.etl.runner.Main";

  private final List<String> javaOptions;
  private final Map<String, String> variables;
  private final String classPath;
  private final List<String> main;
  private final long minutes;

  private Sparkify(
      List<String> javaOptions,
      Map<String, String> variables,
      String classPath,
      List<String> main) {
    this(javaOptions, variables, classPath, main, MINUTES);
  }

  private Sparkify(
      List<String> javaOptions,
      Map<String, String> variables,
      String classPath,
      List<String> main,
      long minutes) {
    this.javaOptions = List.copyOf(javaOptions);
    this.variables = Map.copyOf(variables);
    this.classPath = classPath;
    this.main = List.copyOf(main);
    this.minutes = minutes;
  }

  /** How a process ended. */
  public record Ended(int exitCode, String out, String err) {

    /** This, if all went well. */
    public Ended ok() {
      if (exitCode != 0) {
        throw new IllegalStateException("exit code %d\n%s\n%s".formatted(exitCode, out, err));
      }
      return this;
    }
  }

  public static Sparkify withJavaOptions(String... options) {
    return new Sparkify(List.of(options), Map.of(), ClassData.CLASS_PATH, List.of(MAIN));
  }

  /** A program that runs the product many times, on the class path of the tests. */
  public static Sparkify soaked(String main) {
    return new Sparkify(
        List.of(), Map.of(), ClassData.CLASS_PATH, List.of(main), MINUTES_OF_A_SOAK);
  }

  /** Another program with Spark and Hive on its class path. */
  public static Sparkify withHive(String main) {
    Path jars = PROJECT.resolve("etl-runner/hive/target/class-path");
    try {
      return new Sparkify(
          List.of(),
          Map.of(),
          ClassData.CLASS_PATH + File.pathSeparator + Files.readString(jars).strip(),
          List.of(main));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "'mvn verify' of the whole project makes '%s'".formatted(jars), e);
    }
  }

  /** The product on another class path than that of the tests. */
  public static Sparkify onClassPath(String classPath, Map<String, String> variables) {
    return new Sparkify(List.of(), variables, classPath, List.of(MAIN));
  }

  /** The product as {@code spark-submit} starts it, whose arguments come before a command's. */
  public static Sparkify submitted(
      String classPath, Map<String, String> variables, List<String> arguments) {
    List<String> main = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
    main.addAll(arguments);
    return new Sparkify(List.of(), variables, classPath, main);
  }

  /**
   * The process finds {@code variables} in its environment. What begins with {@code AWS_} in the
   * environment of the tests it never finds.
   */
  public static Sparkify withVariables(Map<String, String> variables) {
    return new Sparkify(List.of(), variables, ClassData.CLASS_PATH, List.of(MAIN));
  }

  /** The same for tables in Iceberg. */
  public static Sparkify withIceberg(Map<String, String> variables) {
    return new Sparkify(List.of(), variables, ClassData.CLASS_PATH_WITH_ICEBERG, List.of(MAIN));
  }

  /** The same with more options of Java. */
  public Sparkify withMoreOptions(String... options) {
    List<String> all = new ArrayList<>(javaOptions);
    all.addAll(List.of(options));
    return new Sparkify(all, variables, classPath, main, minutes);
  }

  /** The folder of the project. */
  public static Path project() {
    return PROJECT;
  }

  /** A process that has been started. */
  public static final class Running {
    private final Process process;
    private final Path out;
    private final Path err;
    private final List<String> command;
    private final long minutes;

    private Running(Process process, Path out, Path err, List<String> command, long minutes) {
      this.process = process;
      this.out = out;
      this.err = err;
      this.command = command;
      this.minutes = minutes;
    }

    public boolean isAlive() {
      return process.isAlive();
    }

    /** What it has written to standard error so far. */
    public String errSoFar() {
      return text(err);
    }

    /** Kills it with SIGKILL, which it cannot answer; returns when it is gone. */
    public void kill() {
      process.destroyForcibly().onExit().join();
    }

    /** Waits for its end. */
    public Ended ended() {
      try {
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
          kill();
          throw new IllegalStateException(
              "still running after %d minutes: %s".formatted(minutes, command));
        }
        Ended ended = new Ended(process.exitValue(), text(out), text(err));
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

    private static String text(Path file) {
      try {
        return Files.readString(file, UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Runs a command to its end, in the folder {@code at}. */
  public Ended in(Path at, String... arguments) {
    return start(at, arguments).ended();
  }

  /** Starts a command in the folder {@code at}. */
  public Running start(Path at, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx1200m",
            "-Xms800m",
            "-Xmn400m",
            "-Dsparkify.home=" + PROJECT));
    if (classPath.startsWith(ClassData.CLASS_PATH)) {
      command.addAll(ClassData.optionsOfJava());
    }
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", classPath));
    command.addAll(main);
    command.addAll(Arrays.asList(arguments));
    return started(command, at);
  }

  private Running started(List<String> command, Path at) {
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
      return new Running(builder.start(), out, err, command, minutes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
