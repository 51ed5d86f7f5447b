package com.sparkify.etl.runner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * The sources of the configuration, each as it was written.
 *
 * @param lowestFirst a later layer wins over an earlier one
 */
record Layers(List<Config> lowestFirst) {
  private static final ConfigResolveOptions LENIENT =
      ConfigResolveOptions.defaults().setAllowUnresolved(true);

  Layers {
    lowestFirst = List.copyOf(lowestFirst);
  }

  /**
   * The layers that {@code overrides} asks for; what cannot be read is a problem and left out.
   *
   * @param hadoop asked for only if a file has a scheme
   */
  static Layers read(Overrides overrides, Supplier<Configuration> hadoop, Problems problems) {
    List<Config> layers = new ArrayList<>(List.of(defaults(), CommandLineLayer.home()));
    overrides
        .file()
        .map(file -> ConfigFile.read(file, hadoop, problems))
        .ifPresent(
            layer -> {
              new KeyCheck(problems).check(layer.root());
              layers.add(layer);
            });
    layers.add(CommandLineLayer.paths(overrides));
    overrides.assignments().stream()
        .map(assignment -> CommandLineLayer.assignment(assignment, problems))
        .forEach(layers::add);
    return new Layers(layers);
  }

  /** The defaults, as {@code reference.conf} has them. */
  static Config defaults() {
    return ConfigFactory.parseResources(
            Layers.class.getClassLoader(), "reference.conf", ConfigParseOptions.defaults())
        .withOnlyPath("sparkify");
  }

  /** One configuration, in which a {@code ${substitution}} that leads nowhere is left as it is. */
  Config merged() {
    return lowestFirst.stream()
        .reduce((lower, higher) -> higher.withFallback(lower))
        .orElseGet(ConfigFactory::empty)
        .resolve(LENIENT);
  }

  /** Where the substitution that leads nowhere was written, for {@code name} or a group of it. */
  Optional<Found> unresolved(String name) {
    return lowestFirst.stream()
        .map(layer -> Found.at(name, layer.root()))
        .filter(found -> !Written.isResolved(found.value()))
        .reduce((lower, higher) -> higher);
  }

  /** The layers, each with its substitutions looked up in {@code merged}. */
  List<Config> resolvedWith(Config merged) {
    return lowestFirst.stream().map(layer -> layer.resolveWith(merged, LENIENT)).toList();
  }
}
