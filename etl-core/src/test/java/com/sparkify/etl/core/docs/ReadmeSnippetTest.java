package com.sparkify.etl.core.docs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Project;
import com.sparkify.etl.core.fixture.Spark;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that README offers for embedding compile, run, and give the tables. */
class ReadmeSnippetTest {

  private static final Pattern SNIPPET =
      Pattern.compile(
          "<!-- snippet:begin -->\\s*```java\\R(.*?)```\\s*<!-- snippet:end -->", Pattern.DOTALL);

  private static final String CLASS =
      """
      import com.sparkify.etl.core.source.*;
      import com.sparkify.etl.core.star.*;
      import com.sparkify.etl.core.star.Songplays.Match;
      import java.util.List;
      import org.apache.spark.sql.*;

      public final class Snippet {
        public static List<Dataset<Row>> tables(SparkSession spark) {
      %s
          return List.of(songs, songplays);
        }
      }
      """;

  @Test
  void embedsTheTablesInFiveLines(@TempDir Path folder) throws Exception {
    write(
        folder.resolve("song_data/A/B/C/one.json"),
        """
        {"num_songs":1,"artist_id":"AR1","artist_latitude":null,"artist_longitude":null,\
        "artist_location":"","artist_name":"Artist","song_id":"SO1","title":"Title",\
        "duration":200.5,"year":0}""");
    write(
        folder.resolve("log_data/2018/11/2018-11-01-events.json"),
        """
        {"artist":"Artist","itemInSession":0,"length":200.5,"level":"free","page":"NextSong",\
        "registration":1540919166796.0,"sessionId":7,"song":"Title","ts":1541106106796,\
        "userId":"10"}
        {"artist":"Other","itemInSession":1,"length":1.5,"level":"free","page":"NextSong",\
        "sessionId":7,"song":"Title","ts":1541106107796,"userId":"10"}
        {"artist":null,"itemInSession":2,"level":"free","page":"Home","sessionId":7,\
        "ts":1541106108796,"userId":""}
        """);

    List<Dataset<Row>> tables = tables(compiled(code(folder), folder));

    assertThat(snippet().lines()).hasSize(5);
    assertThat(tables.get(0).collectAsList())
        .containsExactly(RowFactory.create("SO1", "Title", "AR1", 0, 200.5));
    assertThat(
            tables.get(1).select("item_in_session", "user_id", "song_id", "match").collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create(0, 10L, "SO1", "exact"), RowFactory.create(1, 10L, null, "none"));
  }

  private static String snippet() throws IOException {
    Matcher found = SNIPPET.matcher(Files.readString(Project.root().resolve("README.md")));
    assertThat(found.find()).as("README.md has a snippet").isTrue();
    return requireNonNull(found.group(1));
  }

  private static String code(Path folder) throws IOException {
    return CLASS.formatted(
        snippet()
            .replace("\"song_data\"", "\"" + folder.resolve("song_data") + "\"")
            .replace("\"log_data\"", "\"" + folder.resolve("log_data") + "\""));
  }

  private static Path compiled(String code, Path folder) throws IOException {
    Path source = write(folder.resolve("code/Snippet.java"), code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
      assertThat(
              compiler
                  .getTask(problems, files, null, options, null, files.getJavaFileObjects(source))
                  .call())
          .as(() -> problems.toString())
          .isTrue();
    }
    return folder.resolve("code");
  }

  private static List<Dataset<Row>> tables(Path classes) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ReadmeSnippetTest.class.getClassLoader())) {
      Object tables =
          loader
              .loadClass("Snippet")
              .getMethod("tables", SparkSession.class)
              .invoke(null, Spark.session());
      @SuppressWarnings("unchecked")
      List<Dataset<Row>> found = (List<Dataset<Row>>) tables;
      return found;
    }
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
