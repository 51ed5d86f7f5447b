package com.sparkify.etl.runner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** The file of {@code --config}: a local one, or one with a scheme that Hadoop knows. */
final class ConfigFile {
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private ConfigFile() {}

  /** What {@code file} says; nothing, and a problem, if it cannot be read. */
  static Config read(String file, Problems problems) {
    if (Credentials.inPath(file)) {
      problems.add("--config", Credentials.ADVICE);
      return ConfigFactory.empty();
    }
    try {
      return SCHEME.matcher(file).matches() ? readRemote(file) : readLocal(file);
    } catch (ConfigException.Parse e) {
      problems.add(Written.place(e.origin()), malformed(e));
    } catch (ConfigException | IOException | IllegalArgumentException e) {
      problems.add(
          "--config",
          "'%s' cannot be read (%s); expected a readable file, for example conf/local.conf"
              .formatted(file, e.getMessage()));
    }
    return ConfigFactory.empty();
  }

  private static Config readLocal(String file) throws IOException {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new IOException(Files.exists(path) ? "it is no file" : "no such file");
    }
    return ConfigFactory.parseFile(path.toFile(), ConfigParseOptions.defaults());
  }

  private static Config readRemote(String file) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(URI.create(file));
    FileSystem files = path.getFileSystem(new Configuration());
    try (InputStream content = files.open(path)) {
      return ConfigFactory.parseString(
          new String(content.readAllBytes(), StandardCharsets.UTF_8),
          ConfigParseOptions.defaults().setOriginDescription(file));
    }
  }

  /** The parser quotes what it stumbled over, which may be a credential of that line. */
  private static String malformed(ConfigException.Parse failure) {
    String place = failure.origin().description() + ": ";
    String what = String.valueOf(failure.getMessage());
    String detail = what.startsWith(place) ? what.substring(place.length()) : what;
    return Credentials.named(detail) || Credentials.named(line(failure))
        ? "this line is not HOCON (not shown, since it names a credential)"
        : "this is not HOCON: " + detail;
  }

  private static String line(ConfigException.Parse failure) {
    String file = failure.origin().filename();
    int number = failure.origin().lineNumber();
    if (file == null || number < 1) {
      return "";
    }
    try {
      List<String> lines = Files.readAllLines(Path.of(file));
      return String.join(
          "\n", lines.subList(Math.max(0, number - 2), Math.min(number, lines.size())));
    } catch (IOException e) {
      return "";
    }
  }
}
