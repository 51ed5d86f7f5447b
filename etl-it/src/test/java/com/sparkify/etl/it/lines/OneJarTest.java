package com.sparkify.etl.it.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.s3.Bucket;
import com.sparkify.etl.it.s3.S3;
import com.sparkify.etl.it.s3.SparkifyOnS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The one jar for spark-submit, compiled once, makes the same tables on every line of Spark that
 * the build asks for, and on executors that are processes of their own.
 */
@ExtendWith(S3.class)
class OneJarTest {
  private static final Path SAMPLE = Sparkify.project().resolve("etl-runner/sample");
  private static final Path ANSWERS_FOR_THE_SAMPLE =
      Sparkify.project().resolve("docs/sample-answers.json");
  private static final Path PUBLIC_FILES = Sparkify.project().resolveSibling("shared/data");

  private static Path folder = Path.of("");
  private static Tables expected = new Tables(Map.of(), Map.of());

  @BeforeAll
  static void runOnTheLineOfTheCompiler(@TempDir Path emptyFolder) {
    folder = emptyFolder;
    List<SparkLine> left = new ArrayList<>(SparkLine.known());
    left.removeAll(SparkLine.asked());
    System.out.printf(
        "lines of Spark asked for: %s; not run: %s%n",
        SparkLine.asked(), left.isEmpty() ? "none" : left + " (-Pspark-lines runs them)");
    expected = tables(SparkLine.COMPILED_AGAINST, SAMPLE, "sample");
  }

  static List<SparkLine> lines() {
    return SparkLine.asked();
  }

  static List<SparkLine> otherLines() {
    return SparkLine.asked().stream()
        .filter(line -> !line.equals(SparkLine.COMPILED_AGAINST))
        .toList();
  }

  /** Executors of their own run on S3 on the line of the compiler. */
  static List<SparkLine> linesOnS3() {
    return thorough() ? lines() : otherLines();
  }

  @Test
  void makesTablesOfTheSample() {
    assertThat(expected.rows()).allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("otherLines")
  void makesTheSameTablesOnEveryLine(SparkLine line) {
    assertThat(tables(line, SAMPLE, "sample")).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void makesTheSameTablesOfThePublicFilesOnEveryLine(SparkLine line) {
    assumeThoroughWithPublicFiles();

    assertThat(tables(line, PUBLIC_FILES, "public"))
        .isEqualTo(tables(SparkLine.COMPILED_AGAINST, PUBLIC_FILES, "public"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void commandsWithoutSparkWorkOnEveryLine(SparkLine line) {
    Path lake = lake(line, SAMPLE, "sample");

    succeeds(line, "status", "--lake=" + lake);
    succeeds(line, "doctor", "--lake=" + lake);
    succeeds(line, "generate", "--out=made", "--events=100", "--songs=10");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void commandsWithSparkWorkOnEveryLine(SparkLine line) {
    assumeTrue(thorough(), "skipped: -Pspark-lines runs every command on each line");
    Path lake = lake(line, SAMPLE, "sample");

    succeeds(line, "stage", "--lake=" + lake);
    succeeds(line, "build", "--full", "--lake=" + lake);
    succeeds(line, "check", "--lake=" + lake);
    succeeds(line, "rejects", "--lake=" + lake);
    succeeds(line, "query", "--lake=" + lake, "--sql=SELECT level, count(*) FROM users GROUP BY 1");
    succeeds(line, "query", "--lake=" + lake, "--all", "--expect=" + ANSWERS_FOR_THE_SAMPLE);
    assertThat(Tables.of(lake)).isEqualTo(expected);
  }

  @Test
  void icebergIsNotInTheJarAndIsMissedByName() {
    Ended ended =
        SparkLine.COMPILED_AGAINST
            .sparkify(Map.of())
            .in(folder, "history", "--set=sparkify.lake.format=iceberg");

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err())
        .contains("add --packages org.apache.iceberg:iceberg-spark-runtime-4.0_2.13:1.10.1");
  }

  @ParameterizedTest
  @MethodSource("linesOnS3")
  void makesTheSameTablesOnS3OnEveryLine(SparkLine line, Bucket bucket) {
    assertThat(tablesOnS3(line, SAMPLE, bucket)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void makesTheSameTablesOfThePublicFilesOnS3OnEveryLine(SparkLine line, Bucket bucket) {
    assumeThoroughWithPublicFiles();

    assertThat(tablesOnS3(line, PUBLIC_FILES, bucket))
        .isEqualTo(tables(SparkLine.COMPILED_AGAINST, PUBLIC_FILES, "public"));
  }

  @Test
  void makesTheSameTablesOnS3OnExecutorsOfTheirOwn(Bucket bucket) throws IOException {
    Path place = Files.createDirectory(folder.resolve("submitted"));
    bucket.putFolder("", SAMPLE);

    Ended ended =
        SparkSubmit.puttingTogether(place.resolve("spark"))
            .onTwoExecutors(
                place,
                bucket.uri(""),
                bucket.variables(),
                SparkifyOnS3.ownerOf(bucket).server().toArray(String[]::new));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("run: published to s3a://");
    assertThat(ended.err()).containsPattern("Registered executor .* with ID [1-9]");
    bucket.copyFolder(SparkifyOnS3.LAKE, place.resolve("lake"));
    assertThat(Tables.of(place.resolve("lake"))).isEqualTo(expected);
  }

  @Test
  void sparkSubmitPassesTheExitCodeOn() throws IOException {
    Path place = Files.createDirectory(folder.resolve("wrong"));

    Ended ended =
        SparkSubmit.puttingTogether(place.resolve("spark"))
            .onTwoExecutors(place, place + "/", Map.of(), "--config=absent.conf");

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("--config: 'absent.conf' cannot be read (no such file)");
  }

  @Test
  void theDriverOfPostgresIsNotInTheJarAndIsMissedByName() {
    Ended ended =
        SparkLine.COMPILED_AGAINST
            .sparkify(Map.of())
            .in(folder, "warehouse", "load", "--insert-dw", "--url=jdbc:postgresql://localhost/x");

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("add --packages org.postgresql:postgresql:");
  }

  private static void succeeds(SparkLine line, String... arguments) {
    Ended ended = line.sparkify(Map.of()).in(folder.resolve(line.name()), arguments);
    assertThat(ended.exitCode()).as("%s %s: %s", line, List.of(arguments), ended.err()).isZero();
  }

  private static void assumeThoroughWithPublicFiles() {
    assumeTrue(thorough(), "skipped: -Pspark-lines runs the public files on each line");
    assumeTrue(
        Files.isDirectory(PUBLIC_FILES),
        "skipped: the public files are not beside the project, in ../shared/data");
  }

  private static Tables tablesOnS3(SparkLine line, Path sources, Bucket bucket) {
    bucket.putFolder(SparkifyOnS3.SONGS, sources.resolve("song_data"));
    bucket.putFolder(SparkifyOnS3.EVENTS, sources.resolve("log_data"));
    Ended ended = SparkifyOnS3.ownerOf(bucket).with(line::sparkify).run(folder);
    assertThat(ended.exitCode()).as("%s: %s", line, ended.err()).isZero();
    Path copy = folder.resolve(line.name()).resolve("of-" + bucket.name());
    bucket.copyFolder(SparkifyOnS3.LAKE, copy);
    System.out.printf(
        "%s on S3: jar %s, %s%n", line, RunnerJar.sha256().substring(0, 12), Tables.of(copy));
    return Tables.of(copy);
  }

  private static boolean thorough() {
    return Boolean.getBoolean("sparkify.lines.thorough");
  }

  private static Tables tables(SparkLine line, Path sources, String name) {
    return Tables.of(lake(line, sources, name));
  }

  /** The lake that {@code line} makes of {@code sources}, once. */
  private static Path lake(SparkLine line, Path sources, String name) {
    Path lake = folder.resolve(line.name()).resolve(name);
    if (Files.exists(lake)) {
      return lake;
    }
    Instant begin = Instant.now();
    Ended ended =
        line.sparkify(Map.of())
            .in(
                folder,
                "run",
                "--songs=" + sources.resolve("song_data"),
                "--events=" + sources.resolve("log_data"),
                "--lake=" + lake);
    assertThat(ended.exitCode()).as("%s: %s", line, ended.err()).isZero();
    System.out.printf(
        "%s, %s: jar %s, %s, %d s%n",
        line,
        name,
        RunnerJar.sha256().substring(0, 12),
        Tables.of(lake),
        Duration.between(begin, Instant.now()).toSeconds());
    return lake;
  }
}
