package com.sparkify.etl.io.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.table.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathsTest {
  private static final List<String> NAMES = LogEvents.FIELDS.stream().map(Field::name).toList();

  @Test
  void keepsTheNamesWhereThereIsNoFile() {
    assertThat(JsonPaths.none().names()).isEqualTo(NAMES);
  }

  @Test
  void readsThreeWaysToWriteAName(@TempDir Path folder) throws IOException {
    String text =
        file("$.who").replace("$.auth", "$['the.auth']").replace("$.page", "$[\\\"a page\\\"]");
    Path file = Files.writeString(folder.resolve("paths.json"), text);

    List<String> names = JsonPaths.read(file.toString(), new Configuration()).names();

    assertThat(names).startsWith("who", "the.auth", "firstName").contains("a page").hasSize(18);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$.a.b", "$['a']['b']", "$.a[0]", "$[0]", "$", "a", "$.", "$.auth", "$.*  "})
  void refusesAPathThatIsNoTopLevelFieldOfItsOwn(String path) {
    refuses(file(path), "log_paths.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"jsonpaths\":[]}",
        "{\"jsonpaths\":[\"$.a\"]}",
        "{\"jsonpaths\":[1]}",
        "{\"jsonpaths\":[\"$.a\"]",
        "{\"paths\":[\"$.a\"]}",
        "{\"jsonpaths\":[\"$.a\"],\"x\":1}"
      })
  void refusesAFileThatHoldsSomethingElse(String text) {
    refuses(text, "userAgent");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> JsonPaths.read("/nowhere/paths.json", new Configuration()))
        .hasMessageContaining("'/nowhere/paths.json'")
        .hasMessageContaining("sparkify.source.events.jsonpaths")
        .asInstanceOf(type(EtlException.class))
        .returns(Kind.CONFIG, EtlException::kind);
  }

  private static void refuses(String text, String mentioned) {
    assertThatThrownBy(() -> JsonPaths.parse(text, "log_paths.json"))
        .hasMessageContaining("'log_paths.json'")
        .hasMessageContaining(mentioned)
        .asInstanceOf(type(EtlException.class))
        .returns(Kind.CONFIG, EtlException::kind);
  }

  /** A JSONPaths file in which the first path is another. */
  private static String file(String firstPath) {
    return NAMES.stream()
        .skip(1)
        .map(name -> "\"$." + name + "\"")
        .collect(Collectors.joining(",", "{\"jsonpaths\":[\"%s\",".formatted(firstPath), "]}"));
  }
}
