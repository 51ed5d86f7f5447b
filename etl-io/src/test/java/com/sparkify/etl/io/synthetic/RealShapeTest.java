package com.sparkify.etl.io.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made files beside the public ones, which are not part of the project. */
class RealShapeTest {
  private static final DataSet REAL = new DataSet(Path.of("..", "..", "shared", "data"));

  private static final Pattern ESCAPE = Pattern.compile("\\\\.|/|[^\\x00-\\x7f]");

  private final Path folder;

  RealShapeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void needsThePublicFiles() {
    assumeThat(REAL.root())
        .as("The public song and log files are not at '%s': nothing to compare with", REAL.root())
        .isDirectory();
    DataSet.write(SyntheticSpec.likeThePublicData(3).with(500, 97), folder);
  }

  @Test
  void writesEventsLikeTheRealOnes() {
    assertThat(shapes(new DataSet(folder).events(), RealShapeTest::typesOfEvent))
        .isEqualTo(shapes(REAL.events(), RealShapeTest::typesOfEvent));
  }

  @Test
  void writesLinesInTheRealFormat() {
    assertThat(shapes(new DataSet(folder).logLines(), RealShapeTest::skeleton))
        .isEqualTo(shapes(REAL.logLines(), RealShapeTest::skeleton));
  }

  @Test
  void escapesTextLikeTheRealFiles() {
    DataSet made = new DataSet(folder);

    assertThat(escapes(REAL.logLines())).containsExactly("\\\"", "\\/", "\\u");
    assertThat(escapes(made.logLines())).containsExactly("\\\"", "\\/", "\\t", "\\u");
    assertThat(escapes(REAL.songTexts())).containsExactly("\\u");
    assertThat(escapes(made.songTexts())).containsExactly("/", "\\\"", "\\t", "\\u");
  }

  @Test
  void writesSongsLikeTheRealOnes() {
    Set<String> real = shapes(REAL.songTexts(), RealShapeTest::skeleton);
    List<String> usual =
        new DataSet(folder)
            .songTexts().stream()
                .filter(song -> !song.matches(".*(name|title|location)\": [^\"].*"))
                .toList();

    assertThat(usual).hasSizeGreaterThan(450);
    assertThat(shapes(usual, RealShapeTest::skeleton)).isEqualTo(real);
  }

  /** Which values an event has and of which type, and what its page is. */
  private static String typesOfEvent(JsonNode event) {
    StringBuilder types = new StringBuilder();
    event
        .fields()
        .forEachRemaining(
            field ->
                types
                    .append(field.getKey())
                    .append(' ')
                    .append(field.getValue().getNodeType())
                    .append(field.getValue().isIntegralNumber() ? " whole, " : ", "));
    for (String closed : List.of("page", "auth", "method", "status")) {
      types.append(event.get(closed).asText()).append(' ');
    }
    return types.toString();
  }

  /** The text without what the values say: punctuation, names and escapes are left. */
  private static String skeleton(String text) {
    return text.replaceAll("(: ?)\"(\\\\.|[^\"\\\\])*\"", "$1\"\"").replaceAll("-?\\d[\\d.]*", "0");
  }

  /** What is written in place of a character, slashes without an escape, and all but ASCII. */
  private static Set<String> escapes(List<String> texts) {
    Set<String> escapes = new TreeSet<>();
    for (String text : texts) {
      ESCAPE.matcher(text).results().map(MatchResult::group).forEach(escapes::add);
    }
    return escapes;
  }

  private static <T> Set<String> shapes(List<T> things, Function<T, String> shape) {
    Set<String> shapes = new TreeSet<>();
    things.forEach(thing -> shapes.add(shape.apply(thing)));
    return shapes;
  }
}
