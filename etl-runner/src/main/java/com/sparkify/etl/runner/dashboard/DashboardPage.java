package com.sparkify.etl.runner.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.runner.dashboard.Dashboard.Played;
import com.sparkify.etl.runner.dashboard.Dashboard.Published;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@link Dashboard} as one HTML file that needs nothing beside it, and asks nothing of a network:
 * its content policy allows neither that nor any script but its own three.
 */
public final class DashboardPage {
  private static final Template PAGE = Template.in("dashboard.html");
  private static final Template SECTION = Template.in("section.html");
  private static final Template PANEL = Template.in("panel.html");
  private static final String STYLE = Template.in("dashboard.css").text();
  private static final String THEME = Template.in("theme.js").text();
  private static final String LIBRARY = Template.in("echarts.min.js").text();
  private static final String SCRIPT = Template.in("dashboard.js").text();
  private static final Pattern VERSION_OF_LIBRARY =
      Pattern.compile("\\.version=\"([0-9]+\\.[0-9]+\\.[0-9]+)\"");
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private DashboardPage() {}

  /** The text of the file. */
  public static String of(Dashboard dashboard) {
    List<Section> sections = Section.of(dashboard.questions());
    Map<String, String> values = new TreeMap<>(facts(dashboard));
    values.put(
        "hashes", Stream.of(THEME, LIBRARY, SCRIPT).map(DashboardPage::hash).collect(joining(" ")));
    values.put("style", STYLE);
    values.put("theme", THEME);
    values.put("library", LIBRARY);
    values.put("script", SCRIPT);
    values.put("echarts", versionOfLibrary());
    values.put("links", sections.stream().map(DashboardPage::link).collect(joining("\n")));
    values.put("sections", sections.stream().map(DashboardPage::section).collect(joining("\n")));
    values.put("data", Html.escapedJson(dashboard.answers().text()));
    return PAGE.filled(values);
  }

  private static Map<String, String> facts(Dashboard dashboard) {
    return Map.of(
        "lake", Html.escaped(dashboard.lake()),
        "run", Html.escaped(dashboard.published().map(Published::runId).orElse("unknown")),
        "published",
            dashboard.published().map(Published::at).map(MINUTES::format).orElse("unknown"),
        "plays", dashboard.played().map(DashboardPage::span).orElse("none"),
        "written", MINUTES.format(dashboard.writtenAt()));
  }

  private static String span(Played played) {
    return "%s to %s".formatted(MINUTES.format(played.first()), MINUTES.format(played.last()));
  }

  private static String link(Section section) {
    return "<li><a href=\"#%s\">%s</a></li>".formatted(id(section), Html.escaped(section.title()));
  }

  private static String section(Section section) {
    return SECTION.filled(
        Map.of(
            "id", id(section),
            "title", Html.escaped(section.title()),
            "panels",
                section.questions().stream().map(DashboardPage::panel).collect(joining("\n"))));
  }

  private static String panel(Question question) {
    return PANEL.filled(
        Map.of(
            "name", question.name(),
            "chart", question.chart().toString(),
            "title", Html.escaped(question.title()),
            "explanation", Html.escaped(question.explanation()),
            "sql", Html.escaped(question.sql())));
  }

  /** No question has such a name. */
  private static String id(Section section) {
    return "section-" + section.title().toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  private static String versionOfLibrary() {
    Matcher version = VERSION_OF_LIBRARY.matcher(LIBRARY);
    return version.find() ? version.group(1) : "";
  }

  /** What a content policy calls {@code script}. */
  private static String hash(String script) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
      return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
