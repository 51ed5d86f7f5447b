package com.sparkify.etl.runner.job.doctor;

import com.sparkify.etl.core.EtlException.Kind;
import java.util.Optional;

/**
 * What the doctor found about one thing.
 *
 * @param failure whose turn it is; empty if a run can do with what was found
 * @param advice what to do; empty if there is nothing to do
 */
record Finding(String subject, String text, Optional<Kind> failure, Optional<String> advice) {
  private static final String INDENT = " ".repeat(19);

  static Finding ok(String subject, String text) {
    return new Finding(subject, text, Optional.empty(), Optional.empty());
  }

  static Finding warn(String subject, String text, String advice) {
    return new Finding(subject, text, Optional.empty(), Optional.of(advice));
  }

  static Finding fail(Kind kind, String subject, String text, String advice) {
    return new Finding(subject, text, Optional.of(kind), Optional.of(advice));
  }

  /** One line, and one more with the advice. */
  String lines() {
    String mark = failure.isPresent() ? "FAIL" : advice.isPresent() ? "warn" : "ok";
    return "%-4s  %-11s  %s\n".formatted(mark, subject, text.replace("\n", "\n" + INDENT))
        + advice.map(text -> "%s-> %s\n".formatted(INDENT, text)).orElse("");
  }
}
