package com.sparkify.etl.runner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that Maven built. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    Properties built = new Properties();
    try (InputStream properties = Version.class.getResourceAsStream("version.properties")) {
      if (properties != null) {
        built.load(properties);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new String[] {"sparkify " + built.getProperty("version", "of unknown version")};
  }
}
