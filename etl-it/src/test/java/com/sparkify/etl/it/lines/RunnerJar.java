package com.sparkify.etl.it.lines;

import com.sparkify.etl.it.Sparkify;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one jar that spark-submit takes, as the last {@code package} made it. */
final class RunnerJar {
  private RunnerJar() {}

  static Path path() {
    Path jar = Sparkify.project().resolve("etl-runner/target/sparkify-runner.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "There is no '%s'; 'mvn verify' makes it, 'mvn test' does not".formatted(jar));
    }
    return jar;
  }

  static String sha256() {
    try {
      byte[] content = Files.readAllBytes(path());
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
