package com.sparkify.etl.runner.config;

import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.net.URL;

/**
 * What {@code include "other.conf"} means: the file of exactly that name, beside the one that
 * includes it and read in the same way. It has to exist, required or not.
 */
final class Includes
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
  private static final String ELSEWHERE =
      "include %s(...) is not read; expected a file, for example include \"common.conf\"";

  private final ConfigFile includer;

  Includes(ConfigFile includer) {
    this.includer = includer;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String name) {
    return includer.included(name).root();
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File file) {
    return includer.included(file.getPath()).root();
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL url) {
    return includer.problem(ELSEWHERE.formatted("url")).root();
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String resource) {
    return includer.problem(ELSEWHERE.formatted("classpath")).root();
  }

  /** Nothing else is looked for. */
  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }
}
