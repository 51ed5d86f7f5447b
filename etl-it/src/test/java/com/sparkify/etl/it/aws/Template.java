package com.sparkify.etl.it.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A CloudFormation template as maps, lists and scalars, with each short form such as {@code !Ref}
 * in its long one: {@code {Ref: X}}, {@code {Fn::GetAtt: [X, Arn]}}.
 *
 * <p>A key that stands twice and an alias are refused, as CloudFormation does.
 */
record Template(Map<String, Object> content) {
  private static final Path FOLDER =
      Path.of(System.getProperty("sparkify.root", ".."), "conf", "aws").toAbsolutePath();

  /** A resource of a template. */
  record Resource(String name, Map<String, Object> content) {
    String type() {
      return String.valueOf(content.get("Type"));
    }

    Map<String, Object> properties() {
      return map(content.get("Properties"));
    }

    /** The condition under which it exists; blank if it always does. */
    String condition() {
      return text(content.get("Condition"));
    }
  }

  /** The template {@code name} of the project. */
  static Template named(String name) {
    try {
      return parse(Files.readString(FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Template parse(String yaml) {
    return new Template(map(yaml(yaml)));
  }

  /** Any YAML, and so any JSON, with the tags of CloudFormation. */
  static Object yaml(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    return new Yaml(new ShortForms(options)).load(text);
  }

  /** What {@code section} holds; nothing if there is no such section. */
  Map<String, Object> section(String section) {
    return map(content.get(section));
  }

  List<Resource> resources() {
    return section("Resources").entrySet().stream()
        .map(entry -> new Resource(entry.getKey(), map(entry.getValue())))
        .toList();
  }

  List<Resource> resources(String type) {
    return resources().stream().filter(resource -> resource.type().equals(type)).toList();
  }

  Resource resource(String name) {
    return new Resource(name, map(section("Resources").get(name)));
  }

  /** {@code value} if it is a map; an empty one if it is absent or something else. */
  static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> found) {
      found.forEach((key, element) -> entries.put(String.valueOf(key), element));
    }
    return entries;
  }

  /** {@code value} if it is a list, else a list of it alone; nothing if it is absent. */
  static List<Object> list(@Nullable Object value) {
    if (value instanceof List<?> found) {
      return List.copyOf(found);
    }
    return value == null ? List.of() : List.of(value);
  }

  /** {@code value} as text; blank if it is absent. */
  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static final class ShortForms extends SafeConstructor {
    ShortForms(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return longForm(node);
            }
          });
    }

    private Map<String, Object> longForm(Node node) {
      String form = node.getTag().getValue().substring(1);
      Object value = value(node);
      return switch (form) {
        case "Ref", "Condition" -> Map.of(form, value);
        case "GetAtt" ->
            Map.of("Fn::GetAtt", value instanceof String path ? attribute(path) : value);
        default -> Map.of("Fn::" + form, value);
      };
    }

    private static List<String> attribute(String path) {
      return Arrays.asList(path.split("\\.", 2));
    }

    private Object value(Node node) {
      if (node instanceof ScalarNode scalar) {
        return scalar.getValue();
      }
      if (node instanceof SequenceNode sequence) {
        return constructSequence(sequence);
      }
      return constructMapping((MappingNode) node);
    }
  }
}
