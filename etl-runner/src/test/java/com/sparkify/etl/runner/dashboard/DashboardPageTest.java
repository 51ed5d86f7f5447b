package com.sparkify.etl.runner.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.analytics.Chart;
import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.runner.dashboard.Dashboard.Played;
import com.sparkify.etl.runner.dashboard.Dashboard.Published;
import com.sparkify.etl.runner.output.AnswerSheet;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DashboardPageTest {
  private static final Question TOP =
      new Question(
          "top-songs",
          "Top <b>songs</b> & \"more\"",
          "It's counted.",
          Chart.RANKING,
          "SELECT 1 < 2 AS a");
  private static final String PAGE =
      page(
          "lake<script>alert(1)</script>",
          "{\"song\":\"</script><script>alert('x')</script><!-- & \\\"\u2028{{script}}\",\"n\":1}");

  private static String page(String lake, String row) {
    return DashboardPage.of(
        new Dashboard(
            lake,
            Optional.of(new Published("run-1", Instant.parse("2018-12-01T08:30:59.123Z"))),
            Optional.of(
                new Played(
                    Instant.parse("2018-11-01T21:01:46Z"), Instant.parse("2018-11-30T19:54:24Z"))),
            Instant.parse("2018-12-02T00:00:00Z"),
            List.of(TOP),
            new AnswerSheet(Map.of("top-songs", List.of(row)))));
  }

  private static final String WITHOUT_LIBRARY =
      PAGE.replace(Template.in("echarts.min.js").text(), "");

  @Test
  void showsTextOfDataAsText() {
    assertThat(WITHOUT_LIBRARY)
        .contains(
            "<dd>lake&lt;script&gt;alert(1)&lt;/script&gt;</dd>",
            "Top &lt;b&gt;songs&lt;/b&gt; &amp; &quot;more&quot;</h3>",
            "It&#39;s counted.",
            "<code>SELECT 1 &lt; 2 AS a</code>",
            "{\"song\":\"\\u003c/script>\\u003cscript>alert('x')\\u003c/script>\\u003c!-- & \\\"\\u2028{{script}}\",\"n\":1}")
        .doesNotContain("<script>alert", "<b>songs", "\u2028");
  }

  @Test
  void tellsRunAndFreshness() {
    assertThat(WITHOUT_LIBRARY)
        .contains(
            "<dd>run-1</dd>",
            "<dd>2018-12-01 08:30 UTC</dd>",
            "<dd>2018-11-01 21:01 UTC to 2018-11-30 19:54 UTC</dd>",
            "<dd>2018-12-02 00:00 UTC</dd>");
  }

  @Test
  void saysWhatItDoesNotKnow() {
    String page =
        DashboardPage.of(
            new Dashboard(
                "lake",
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                List.of(TOP),
                new AnswerSheet(Map.of("top-songs", List.of()))));

    assertThat(page)
        .contains("<dt>Run</dt><dd>unknown</dd>", "<dt>Plays</dt><dd>none</dd>")
        .contains("\"top-songs\": []");
  }

  @Test
  void loadsNothingFromElsewhere() {
    assertThat(WITHOUT_LIBRARY)
        .doesNotContain("http:", "https:", "src=", "url(", "@import", "<link", "fetch(");
    assertThat(groups("href=\"([^\"]*)\"", WITHOUT_LIBRARY))
        .isNotEmpty()
        .allMatch(to -> to.startsWith("#"));
  }

  @Test
  void allowsNoScriptsButItsOwn() {
    List<String> hashes =
        groups("(?s)<script>(.*?)</script>", PAGE).stream()
            .map(script -> "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(sha(script))))
            .toList();

    assertThat(hashes).hasSize(3);
    assertThat(PAGE)
        .contains("default-src 'none'; script-src %s;".formatted(String.join(" ", hashes)));
  }

  @Test
  void namesItsChartLibraryAndTheLicence() {
    assertThat(PAGE)
        .contains("Drawn with Apache ECharts 5.5.0, Apache License 2.0")
        .contains("Licensed to the Apache Software Foundation (ASF)");
  }

  @Test
  void hasEveryQuestionInItsSection() {
    List<Section> sections = Section.of(Questions.all());

    assertThat(sections)
        .extracting(Section::title)
        .containsExactly(
            "At a glance",
            "When people listen",
            "What they listen to",
            "Who listens",
            "Free and paid",
            "The catalogue");
    assertThat(sections).flatExtracting(Section::questions).isEqualTo(Questions.all());
  }

  @Test
  void fillsEachPlaceOnceAndNoneThatHasNoValue() {
    Template template = new Template("{{a}} and {{b}}");

    assertThat(template.filled(Map.of("a", "{{b}} $1", "b", "\\"))).isEqualTo("{{b}} $1 and \\");
    assertThatThrownBy(() -> template.filled(Map.of("a", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Nothing for the place 'b'");
  }

  private static List<String> groups(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static byte[] sha(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
