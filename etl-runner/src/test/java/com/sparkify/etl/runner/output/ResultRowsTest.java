package com.sparkify.etl.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.TestSpark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResultRowsTest {

  @Test
  void alignsTheColumnsOfATable() {
    assertThat(
            written(
                "SELECT * FROM VALUES (1L, 'Björk', 2.50), (1000L, '', NULL), (NULL, NULL, 0.01)"
                    + " AS t(plays, artist, share)",
                OutputFormat.TABLE))
        .isEqualTo(
            """
            plays  artist  share
            -----  ------  -----
                1  Björk    2.50
             1000           null
             null  null     0.01
            (3 rows)
            """);
  }

  @Test
  void keepsARowOfATableOnOneLine() {
    assertThat(written("SELECT 'a\\nb\\tc\\u001b[31m' AS text", OutputFormat.TABLE))
        .contains("a\\nb\\tc\\u001b[31m\n")
        .endsWith("(1 row)\n");
  }

  @Test
  void alignsWideLetters() {
    assertThat(written("SELECT '日本' AS city, 'x' AS y", OutputFormat.TABLE))
        .startsWith("city  y\n----  -\n日本  x\n");
  }

  @Test
  void showsTheHeaderOfNoRows() {
    assertThat(written("SELECT 1 AS one WHERE false", OutputFormat.TABLE))
        .isEqualTo("one\n---\n(0 rows)\n");
  }

  @Test
  void quotesCsv() {
    assertThat(
            written(
                "SELECT 'a,b' AS `x \"y\"`, 'say \"hi\"' AS q, 'two\\nlines' AS l, '' AS empty,"
                    + " CAST(NULL AS STRING) AS nothing, 1.5D AS n",
                OutputFormat.CSV))
        .isEqualTo(
            String.join(
                "\r\n",
                "\"x \"\"y\"\"\",q,l,empty,nothing,n",
                "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"\",,1.5",
                ""));
  }

  @Test
  void writesJsonWithItsTypes() {
    assertThat(
            written(
                "SELECT 1 AS i, 2L AS l, 1.5D AS d, CAST(1.10 AS DECIMAL(10,2)) AS m, true AS b,"
                    + " NULL AS n, 'a\"b' AS s, DOUBLE('NaN') AS nan",
                OutputFormat.JSON))
        .isEqualTo(
            """
            [
            { "i" : 1, "l" : 2, "d" : 1.5, "m" : 1.10, "b" : true, "n" : null, "s" : "a\\"b", "nan" : "NaN" }
            ]
            """);
  }

  @Test
  void writesARowALineInJson() {
    assertThat(written("SELECT * FROM VALUES (1), (2) AS t(a)", OutputFormat.JSON))
        .isEqualTo("[\n{ \"a\" : 1 },\n{ \"a\" : 2 }\n]\n");
  }

  @Test
  void writesAnEmptyArrayForNoRows() {
    assertThat(written("SELECT 1 AS a WHERE false", OutputFormat.JSON)).isEqualTo("[ ]\n");
  }

  @Test
  void nestsArraysMapsAndStructsInJson() {
    assertThat(
            written(
                "SELECT array(1, 2) AS a, map('k', 1) AS m, named_struct('x', 1) AS s",
                OutputFormat.JSON))
        .contains("{ \"a\" : [1,2], \"m\" : {\"k\":1}, \"s\" : {\"x\":1} }");
  }

  @Test
  void showsTimestampsInUtcWhateverTheZoneOfTheJvm() {
    String sql =
        "SELECT timestamp_millis(1542241826796) AS t, timestamp_seconds(0) AS epoch,"
            + " DATE'2018-11-15' AS d, TIMESTAMP_NTZ'2018-11-15 01:02:03' AS local";

    assertThat(written(sql, OutputFormat.CSV))
        .isEqualTo(
            String.join(
                "\r\n",
                "t,epoch,d,local",
                "2018-11-15T00:30:26.796Z,1970-01-01T00:00:00Z,2018-11-15,2018-11-15T01:02:03",
                ""));
    assertThat(written(sql, OutputFormat.JSON)).contains("\"t\" : \"2018-11-15T00:30:26.796Z\"");
    assertThat(written(sql, OutputFormat.TABLE)).contains("2018-11-15T00:30:26.796Z");
  }

  @Test
  void takesTwoColumnsOfOneName() {
    assertThat(written("SELECT 1 AS a, 2 AS a", OutputFormat.CSV)).isEqualTo("a,a\r\n1,2\r\n");
  }

  @Test
  void takesNamesWithDotsAndValuesOfAnyType() {
    assertThat(
            written(
                "SELECT X'00ff' AS `a.b`, INTERVAL '1' DAY AS i, NULL AS nothing",
                OutputFormat.CSV))
        .startsWith("a.b,i,nothing\r\nAP8=,INTERVAL '1' DAY,");
  }

  private static String written(String sql, OutputFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ResultRows.collect(TestSpark.session().sql(sql))
        .write(format, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
