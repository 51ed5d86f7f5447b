package com.sparkify.etl.runner.config;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** The file of {@code --config}, wherever it is, or a file that one includes. */
final class ConfigFile {
  private final Location location;
  private final List<Location> includers;
  private final Supplier<Configuration> hadoop;
  private final Problems problems;

  private ConfigFile(
      Location location,
      List<Location> includers,
      Supplier<Configuration> hadoop,
      Problems problems) {
    this.location = location;
    this.includers = List.copyOf(includers);
    this.hadoop = hadoop;
    this.problems = problems;
  }

  /**
   * What {@code file} says; nothing, and a problem, if it cannot be read.
   *
   * @param hadoop asked for only if a file has a scheme
   * @throws EtlException of kind STORAGE if the storage does not give a file
   */
  static Config read(String file, Supplier<Configuration> hadoop, Problems problems) {
    return new ConfigFile(new Location(file), List.of(), hadoop, problems).read();
  }

  /** What the file {@code name}, looked for beside this one, says. */
  Config included(String name) {
    List<Location> within = new ArrayList<>(includers);
    within.add(location);
    return new ConfigFile(location.beside(name), within, hadoop, problems).read();
  }

  /** Something is wrong with what this file asks for. */
  Config problem(String problem) {
    problems.add(location.text(), problem);
    return ConfigFactory.empty();
  }

  private Config read() {
    if (Credentials.inPath(location.text())) {
      return problemOfAsking(Credentials.ADVICE);
    }
    if (includers.contains(location)) {
      return problemOfAsking("'%s' is included by itself".formatted(location.text()));
    }
    try {
      return parse(location.read(hadoop));
    } catch (FileNotFoundException | UnsupportedFileSystemException e) {
      return unreadable(e);
    } catch (IOException e) {
      if (location.isRemote()) {
        throw StorageTrouble.failure(
            "read the configuration '%s' (%s)".formatted(location.text(), asker()), e);
      }
      return unreadable(e);
    } catch (ConfigException | IllegalArgumentException e) {
      return unreadable(e);
    }
  }

  private Config parse(String text) {
    try {
      return ConfigFactory.parseString(
          text,
          ConfigParseOptions.defaults()
              .setSyntaxFromFilename(location.text())
              .setOriginDescription(location.text())
              .setIncluder(new Includes(this)));
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

  private Config unreadable(Exception failure) {
    return problemOfAsking(
        "'%s' cannot be read (%s); expected a readable file, for example conf/local.conf"
            .formatted(location.text(), failure.getMessage()));
  }

  private Config problemOfAsking(String problem) {
    problems.add(asker(), problem);
    return ConfigFactory.empty();
  }

  private String asker() {
    return includers.isEmpty()
        ? "--config"
        : includers.get(includers.size() - 1).text() + ": include";
  }
}
