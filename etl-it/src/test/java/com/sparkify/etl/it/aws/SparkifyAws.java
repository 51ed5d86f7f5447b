package com.sparkify.etl.it.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code conf/aws/sparkify-aws} as people run it, with a fake {@code aws} on the PATH. The system
 * property {@code sparkify.bash} names another bash, such as an old one.
 */
final class SparkifyAws {
  static final Path PROJECT =
      Path.of(System.getProperty("sparkify.root", "..")).toAbsolutePath().normalize();
  static final Path SCRIPT = PROJECT.resolve("conf/aws/sparkify-aws");

  /** What {@code describe-stacks} says of the stack of the lake. */
  static final String LAKE_OUTPUTS =
      """
      ApplicationId\t00app
      GlueDatabase\tsparkify
      JobRoleArn\tarn:aws:iam::123456789012:role/job
      LakeBucket\tthe-lake
      RawBucket\tthe-raw
      SparkSubmitParameters\t--class com.sparkify.etl.runner.Main --conf spark.driver.cores=2
      TimeoutMinutes\t120
      """;

  private final Path folder;
  private final FakeAws aws;
  private final Map<String, String> environment = new LinkedHashMap<>();

  private SparkifyAws(Path folder, FakeAws aws) {
    this.folder = folder;
    this.aws = aws;
    environment.put("PATH", aws.path() + File.pathSeparator + System.getenv("PATH"));
  }

  /** How the script ended. */
  record Ended(int exitCode, String out, String err) {}

  /** Runs in {@code folder}. */
  static SparkifyAws in(Path folder, FakeAws aws) {
    return new SparkifyAws(folder, aws);
  }

  /** The call that reads the outputs of the stack {@code name}. */
  static String describe(String name) {
    return "cloudformation describe-stacks --stack-name %s".formatted(name)
        + " --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output text";
  }

  SparkifyAws with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Ended run(String... arguments) {
    return run(List.of(System.getProperty("sparkify.bash", "bash"), SCRIPT.toString()), arguments);
  }

  /** Runs {@code command}, which ends in the script, with {@code arguments}. */
  Ended run(List<String> command, String... arguments) {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("sparkify-aws", ".out");
      Path err = Files.createTempFile("sparkify-aws", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("SPARKIFY_"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running after a minute: " + line);
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

  FakeAws aws() {
    return aws;
  }
}
