package com.sparkify.etl.runner.report;

import static com.sparkify.etl.runner.output.TextTable.number;
import static com.sparkify.etl.runner.output.TextTable.text;

import com.sparkify.etl.io.storage.S3Requests.Operation;
import com.sparkify.etl.runner.output.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report of a run as people read it. */
public final class ReportPrinter {
  private final RunReport report;
  private final PrintStream out;

  private ReportPrinter(RunReport report, PrintStream out) {
    this.report = report;
    this.out = out;
  }

  /**
   * Prints {@code report} to {@code out}.
   *
   * @param kept where the report was written as JSON
   */
  public static void print(RunReport report, String kept, PrintStream out) {
    new ReportPrinter(report, out).print(kept);
    out.flush();
  }

  /** Prints what a lake keeps beside its tables; what is left of it where that differs. */
  public static void printAreas(List<AreaReport> areas, PrintStream out) {
    TextTable table =
        new TextTable(
            text("in _sparkify"),
            number("files"),
            number("KiB"),
            number("files left"),
            number("KiB left"));
    for (AreaReport area : areas) {
      table.line(
          List.of(
              area.area(),
              count(area.filesBefore()),
              kibibytes(area.bytesBefore()),
              count(area.filesAfter()),
              kibibytes(area.bytesAfter())));
    }
    table.line(
        List.of(
            "all",
            count(areas.stream().mapToLong(AreaReport::filesBefore).sum()),
            kibibytes(areas.stream().mapToLong(AreaReport::bytesBefore).sum()),
            count(areas.stream().mapToLong(AreaReport::filesAfter).sum()),
            kibibytes(areas.stream().mapToLong(AreaReport::bytesAfter).sum())));
    table.write(out);
    out.print("\n");
  }

  private void print(String kept) {
    printSources();
    printTables();
    printPlays();
    if (!report.areas().isEmpty()) {
      printAreas(report.areas(), out);
    }
    report.steps().forEach(step -> line("done", step));
    long holding = report.checks().stream().filter(CheckReport::holds).count();
    line(
        "checks",
        report.checks().isEmpty()
            ? ""
            : "%d of %d hold".formatted(holding, report.checks().size()));
    line("shrink allowed", shrink());
    report.warnings().forEach(warning -> line("warning", warning));
    line("seconds", phases());
    line("requests to S3", requests());
    line("report", kept);
    out.print("%n%s: %s in %.1f s%n".formatted(report.command(), outcome(), report.seconds()));
  }

  private void printSources() {
    if (report.sources().isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            text("source"),
            number("files"),
            number("new"),
            number("lines read"),
            number("accepted"),
            number("rejected"));
    for (SourceReport source : report.sources()) {
      table.line(
          List.of(
              source.source(),
              count(source.filesListed()),
              count(source.filesStaged()),
              count(source.linesRead()),
              count(source.accepted()),
              count(source.rejected())));
    }
    table.write(out);
    out.print("\n");
    for (SourceReport source : report.sources()) {
      line("rejected " + source.source(), counts(source.rejectsByReason()));
      line("unknown fields in " + source.source(), counts(source.unknownFields()));
    }
  }

  private void printTables() {
    if (report.tables().isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            text("table"),
            number("rows"),
            number("files"),
            number("KiB"),
            number("files written"),
            number("KiB written"));
    for (TableReport written : report.tables()) {
      table.line(
          List.of(
              written.table(),
              count(written.rows()),
              count(written.files()),
              kibibytes(written.bytes()),
              count(written.filesWritten()),
              kibibytes(written.bytesWritten())));
    }
    table.write(out);
    out.print("\n");
  }

  private void printPlays() {
    PlaysReport plays = report.plays();
    if (plays.built() > 0) {
      line(
          "plays built",
          "%,d; %,d matched (%.2f %%): %,d exact, %,d by title and artist; text repaired in %,d"
              .formatted(
                  plays.built(),
                  plays.matched(),
                  100 * plays.matchRate(),
                  plays.exact(),
                  plays.titleArtist(),
                  plays.repaired()));
    }
  }

  private String shrink() {
    if (!report.shrinkAllowed()) {
      return "";
    }
    return report.shrunk().isEmpty()
        ? "nothing lost more rows than the limit"
        : report.shrunk().stream().map(Loss::described).collect(Collectors.joining("; "));
  }

  private String phases() {
    return report.phases().stream()
        .map(phase -> "%s %.1f".formatted(phase.name(), phase.seconds()))
        .collect(Collectors.joining(", "));
  }

  private String requests() {
    return Stream.of(Operation.values())
        .filter(report.s3Requests()::containsKey)
        .map(operation -> "%,d %s".formatted(report.s3Requests().get(operation), operation))
        .collect(Collectors.joining(", "));
  }

  private String outcome() {
    return switch (report.outcome()) {
      case PUBLISHED -> "published to " + report.lake();
      case UNCHANGED ->
          report.tables().isEmpty()
              ? "the tables in %s stay as they are".formatted(report.lake())
              : "nothing new; the tables in %s stay as they are".formatted(report.lake());
      case STAGED -> "staged in " + report.lake();
      case FAILED -> "failed; the tables in %s stay as they are".formatted(report.lake());
    };
  }

  private void line(String label, String value) {
    if (!value.isEmpty()) {
      out.print("%s: %s%n".formatted(label, value));
    }
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String count(long number) {
    return "%,d".formatted(number);
  }

  private static String kibibytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f", bytes / 1024.0);
  }
}
