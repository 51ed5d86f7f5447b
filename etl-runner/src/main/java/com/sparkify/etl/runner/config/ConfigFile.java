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
      String text = isRemote(file) ? readRemote(file) : readLocal(file);
      return parse(file, text, problems);
    } catch (ConfigException | IOException | IllegalArgumentException e) {
      problems.add(
          "--config",
          "'%s' cannot be read (%s); expected a readable file, for example conf/local.conf"
              .formatted(file, e.getMessage()));
      return ConfigFactory.empty();
    }
  }

  private static boolean isRemote(String file) {
    return SCHEME.matcher(file).matches();
  }

  private static String readLocal(String file) throws IOException {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new IOException(Files.exists(path) ? "it is no file" : "no such file");
    }
    return Files.readString(path);
  }

  private static String readRemote(String file) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(URI.create(file));
    FileSystem files = path.getFileSystem(new Configuration());
    try (InputStream content = files.open(path)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A local file may include others, which are looked for beside it. */
  private static Config parse(String file, String text, Problems problems) {
    ConfigParseOptions options = ConfigParseOptions.defaults();
    try {
      return isRemote(file)
          ? ConfigFactory.parseString(text, options.setOriginDescription(file))
          : ConfigFactory.parseFile(Path.of(file).toFile(), options);
    } catch (ConfigException.Parse e) {
      problems.add(Written.place(e.origin()), malformed(e, text));
      return ConfigFactory.empty();
    }
  }

  /** The parser quotes what it stumbled over, which may be a credential. */
  private static String malformed(ConfigException.Parse failure, String text) {
    if (Credentials.named(text)) {
      return "this is not HOCON (not shown, since the file names a credential)";
    }
    String place = failure.origin().description() + ": ";
    String what = String.valueOf(failure.getMessage());
    return "this is not HOCON: " + (what.startsWith(place) ? what.substring(place.length()) : what);
  }
}
