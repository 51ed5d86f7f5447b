package com.sparkify.etl.it.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of the sample, in a real browser where there is one. */
class DashboardTest {
  private static final Path SAMPLE = Sparkify.project().resolve("etl-runner/sample");
  private static final String EVIL =
      "<script>alert(1)</script><img src=x onerror=alert(1)>{{data}}&amp;";
  private static final int THREE_MEGABYTES = 3_000_000;
  private static final int DESK = 1300;
  private static final int PHONE = 360;
  private static final int TAB = 9;
  private static final int ENTER = 13;

  /** How many marks each chart should have: its rows, or the figures of its row. */
  private static final String ROWS =
      """
      (() => { const answers = JSON.parse(document.getElementById('data').textContent);
        return [...document.querySelectorAll('.panel')].map((panel) => { const rows = answers[panel.id];
          return panel.id + '=' + (panel.dataset.chart === 'figures' ? Object.keys(rows[0]).length : rows.length);
        }).join(' '); })()""";

  /** How many marks each chart has: what is filled with a colour of marks, or cells with a seam. */
  private static final String MARKS =
      """
      (() => { const css = getComputedStyle(document.documentElement);
        const rgb = (name) => { const hex = css.getPropertyValue(name).trim();
          return 'rgb(' + [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ') + ')'; };
        const colours = [1, 2, 3, 4, 5].map((at) => rgb('--mark-' + at));
        const painted = (panel, is) => [...panel.querySelectorAll('svg path, svg rect, svg circle, svg polygon')]
          .filter((shape) => is(getComputedStyle(shape))).length;
        const marks = { figures: (panel) => panel.querySelectorAll('dd').length,
          table: (panel) => panel.querySelectorAll('tbody tr').length,
          'heat-map': (panel) => painted(panel, (style) => style.stroke === rgb('--card')) };
        const others = (panel) => painted(panel, (style) => colours.includes(style.fill));
        return [...document.querySelectorAll('.panel')].map((panel) =>
          panel.id + '=' + (marks[panel.dataset.chart] || others)(panel)).join(' '); })()""";

  private final Path folder;

  DashboardTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void drawsEveryAnswerInARealBrowser() throws Exception {
    assumeTrue(
        Chromium.program().isPresent(),
        "skipped: there is no Chromium on the PATH; Debian has it: apt-get install chromium");
    Path page = written();
    Path profile = Files.createDirectory(folder.resolve("profile"));

    try (Chromium chromium = Chromium.started(Chromium.program().orElseThrow(), profile)) {
      chromium.open(page, DESK);
      assertThat(chromium.evaluate("document.querySelectorAll('.panel').length"))
          .isEqualTo(Integer.toString(Questions.all().size()));
      String rows = chromium.evaluate(ROWS);
      assertThat(chromium.evaluate(MARKS)).isEqualTo(rows);
      showsTextAsText(chromium);
      obeysTheKeyboard(chromium, rows);
      fitsAPhone(chromium, rows);
      assertThat(chromium.call("Page.printToPDF", "\"printBackground\":true"))
          .contains("\"data\":\"JVBERi0");
      assertThat(chromium.events("Runtime.exceptionThrown")).isEmpty();
      assertThat(chromium.events("Runtime.consoleAPICalled")).isEmpty();
      assertThat(chromium.events("Log.entryAdded")).isEmpty();
      assertThat(chromium.events("Page.javascriptDialogOpening")).isEmpty();
      assertThat(chromium.events("\"Network.requestWillBeSent\""))
          .hasSize(1)
          .allMatch(event -> event.contains(page.toUri().toString()));
    }
  }

  private static void showsTextAsText(Chromium chromium) throws Exception {
    assertThat(chromium.evaluate("document.querySelectorAll('img').length")).isEqualTo("0");
    assertThat(chromium.evaluate("document.querySelector('#top-songs td').textContent"))
        .isEqualTo(EVIL);
    assertThat(chromium.evaluate("document.querySelector('#top-songs svg').textContent"))
        .contains("<script>alert(1)");
  }

  /** The first stop leads to the answers, the next are the theme and the tables. */
  private static void obeysTheKeyboard(Chromium chromium, String rows) throws Exception {
    chromium.press("Tab", TAB);
    assertThat(chromium.evaluate("document.activeElement.className")).isEqualTo("skip");
    chromium.press("Tab", TAB);
    assertThat(chromium.evaluate("document.documentElement.dataset.theme")).isEqualTo("light");
    chromium.press("Enter", ENTER);
    assertThat(chromium.evaluate("document.documentElement.dataset.theme")).isEqualTo("dark");
    assertThat(chromium.evaluate(MARKS)).isEqualTo(rows);
    chromium.evaluate("document.querySelector('#top-songs .view').focus()");
    chromium.press("Enter", ENTER);
    assertThat(chromium.evaluate("document.querySelector('#top-songs .view').ariaPressed"))
        .isEqualTo("true");
    assertThat(chromium.evaluate("document.querySelector('#top-songs table').offsetHeight > 100"))
        .isEqualTo("true");
    assertThat(chromium.evaluate("document.querySelector('#top-songs .figure').offsetHeight"))
        .isEqualTo("0");
    chromium.press("Enter", ENTER);
    chromium.evaluate("document.querySelector('#top-songs summary').focus()");
    chromium.press("Enter", ENTER);
    assertThat(chromium.evaluate("document.querySelector('#top-songs details').open"))
        .isEqualTo("true");
  }

  private static void fitsAPhone(Chromium chromium, String rows) throws Exception {
    chromium.resize(PHONE);
    Thread.sleep(300);
    assertThat(chromium.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo("true");
    assertThat(chromium.evaluate(MARKS)).isEqualTo(rows);
  }

  /** The dashboard of a lake in which the song that is played most has a wicked title. */
  private Path written() throws IOException {
    Program program = Program.inThisJvm(Spark.session().newSession());
    Path lake = folder.resolve("lake");
    program
        .run(
            List.of(
                "run",
                "--songs=" + SAMPLE.resolve("song_data"),
                "--events=" + wickedEvents(),
                "--lake=" + lake))
        .ok();
    Path page = folder.resolve("pages/dashboard.html");
    Ended ended = program.run(List.of("dashboard", "--lake=" + lake, "--out=" + page)).ok();
    assertThat(ended.out()).contains("answers to 29 questions", "open file:" + page);
    assertThat(Files.size(page)).isLessThan(THREE_MEGABYTES);
    assertThat(program.run(List.of("dashboard", "--lake=" + lake, "--out=" + folder)).exitCode())
        .isEqualTo(2);
    return page;
  }

  private Path wickedEvents() throws IOException {
    Path events = folder.resolve("log_data");
    try (Stream<Path> files = Files.walk(SAMPLE.resolve("log_data"))) {
      files.filter(Files::isRegularFile).forEach(file -> copyWicked(file, events));
    }
    return events;
  }

  private static void copyWicked(Path file, Path events) {
    Path copy = events.resolve(SAMPLE.resolve("log_data").relativize(file).toString());
    try {
      Files.createDirectories(copy.getParent());
      Files.writeString(
          copy,
          Files.readString(file)
              .replaceAll("\"song\":\"[A-M][^\"]*\"", "\"song\":\"" + EVIL + "\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
