package com.sparkify.etl.io.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.io.catalog.LakeFolder;
import com.sparkify.etl.io.fixture.ReadScript;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.Version.Contents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts as they were read and found right; Redshift is not here to run them. A script that
 * changes is written to {@code target/scripts}, to be read again.
 */
class LoadScriptTest {
  private static final IamRole ROLE = new IamRole("arn:aws:iam::123456789012:role/redshift-reads");
  private static final String END = ";\n\n";
  private static final Version VERSION =
      new Version(
          "20181201T000000.000Z-1",
          "2018-12-01T00:00:00Z",
          new Basis(Set.of(), Set.of(), ""),
          "",
          Map.of("songs", new Contents(Map.of("year=0", 24L, "year=2004", 4L), 2, 2000, 2, 2000)));

  @ParameterizedTest
  @ValueSource(strings = {"redshift-json", "redshift-parquet"})
  void thatOfRedshiftMakesTheTablesAndThenIsAsItWasReadAndFoundRight(String name)
      throws IOException {
    requireSame(
        name, script(name).text(), ReadScript.text("catalog/redshift.sql") + "\n" + read(name));
  }

  @Test
  void thatOfPostgresMakesTheTablesAndIsOtherwiseAsItWasReadAndFoundRight() throws IOException {
    List<String> tables = new ArrayList<>(statements(ReadScript.text("catalog/postgres.sql")));
    tables.removeIf(statement -> statement.contains(".\"staging_"));
    List<String> statements = statements(script("postgres").text());

    assertThat(statements).containsSubsequence(tables);

    List<String> others = new ArrayList<>(statements);
    others.removeAll(tables);
    requireSame("postgres", String.join(END, others), read("postgres"));
  }

  private static List<String> statements(String script) {
    return List.of(script.split(END, -1));
  }

  private static String read(String name) throws IOException {
    return ReadScript.text("warehouse/%s.sql".formatted(name));
  }

  private static void requireSame(String name, String script, String expected) throws IOException {
    ReadScript.requireSame("load-%s.sql".formatted(name), script, expected);
  }

  private static LoadScript script(String name) {
    return switch (name) {
      case "redshift-json" ->
          new RedshiftFromJson(
              "sparkify",
              "s3a://bucket/song_data",
              "s3a://bucket/log_data",
              Optional.of("s3a://bucket/log_json_path.json"),
              Match.TITLE_ARTIST,
              ROLE);
      case "redshift-parquet" ->
          new RedshiftFromParquet(
              "sparkify",
              new LakeFolder("s3a://bucket/lake"),
              StarSchema.TABLES,
              VERSION,
              IamRole.DEFAULT);
      case "postgres" -> new PostgresFromStaging("sparkify");
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Test
  void theSqlOfAPlaysSongFollowsTheSetting() {
    assertThat(RedshiftFromJson.inserts("s", Match.TITLE_ARTIST)).doesNotContain("{", "p.length\n");
    assertThat(RedshiftFromJson.inserts("s", Match.TITLE_ARTIST_DURATION))
        .contains("= btrim(p.artist) AND c.duration = p.length\n");
  }

  @Test
  void redshiftReadsNothingButS3() {
    LakeFolder onDisk = new LakeFolder("file:/data/lake");

    assertThatThrownBy(
            () ->
                new RedshiftFromParquet(
                    "sparkify", onDisk, StarSchema.TABLES, VERSION, IamRole.DEFAULT))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("'file:/data/lake' is not on S3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "redshift", "arn:aws:iam::1:role/x", "arn:aws:iam::123456789012:role/x'"})
  void aRoleHasAnArn(String arn) {
    assertThatThrownBy(() -> new IamRole(arn))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + arn + "' is no ARN");
  }
}
