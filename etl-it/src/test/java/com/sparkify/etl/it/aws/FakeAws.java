package com.sparkify.etl.it.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command {@code aws} that records how it was called and answers what it was told to, by its
 * first two arguments, such as {@code s3 cp}. It fails when it was told nothing.
 */
final class FakeAws {
  private static final String SCRIPT =
      """
      #!/bin/sh
      here=$(dirname "$0")/..
      { printf '%s\\037' "$@"; printf '\\036'; } >>"$here/calls"
      answers="$here/answers/$1 $2"
      number=$(cat "$answers/number" 2>/dev/null || echo 0)
      number=$((number + 1))
      [ -f "$answers/$number.exit" ] || number=$((number - 1))
      if [ ! -f "$answers/$number.exit" ]; then
        echo "no answer for: $1 $2" >&2
        exit 99
      fi
      echo "$number" >"$answers/number"
      cat "$answers/$number.out"
      cat "$answers/$number.err" >&2
      exit "$(cat "$answers/$number.exit")"
      """;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  private final Path folder;

  /** What a call writes, one character for each byte of its output, and how it ends. */
  record Answer(String out, String err, int exitCode) {
    static Answer of(String out) {
      return of(out.getBytes(UTF_8));
    }

    static Answer of(byte[] out) {
      return new Answer(new String(out, ISO_8859_1), "", 0);
    }

    static Answer failure(String err) {
      return new Answer("", err + "\n", 254);
    }
  }

  private FakeAws(Path folder) {
    this.folder = folder;
  }

  /** A command in {@code folder}. */
  static FakeAws in(Path folder) {
    try {
      Path program = Files.createDirectories(folder.resolve("bin")).resolve("aws");
      Files.writeString(program, SCRIPT);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FakeAws(folder);
  }

  /** The folder that has to be on the PATH. */
  Path path() {
    return folder.resolve("bin");
  }

  /**
   * From now on answers the calls of {@code operation} one after the other; the last answer is for
   * good.
   */
  FakeAws answers(String operation, Answer... answers) {
    try {
      Path place = Files.createDirectories(folder.resolve("answers").resolve(operation));
      forget(place);
      for (int number = 1; number <= answers.length; number++) {
        Answer answer = answers[number - 1];
        Files.writeString(place.resolve(number + ".out"), answer.out(), ISO_8859_1);
        Files.writeString(place.resolve(number + ".err"), answer.err());
        Files.writeString(place.resolve(number + ".exit"), answer.exitCode() + "\n");
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forget(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  FakeAws answers(String operation, String... answers) {
    return answers(operation, Stream.of(answers).map(Answer::of).toArray(Answer[]::new));
  }

  /** All calls in their order, as one would type them. */
  List<String> calls() {
    return arguments().stream()
        .map(call -> call.stream().map(FakeAws::typed).collect(joining(" ")))
        .toList();
  }

  /** The arguments of all calls in their order. */
  List<List<String>> arguments() {
    Path calls = folder.resolve("calls");
    try {
      return Files.exists(calls)
          ? Stream.of(Files.readString(calls).split("\036", -1))
              .filter(call -> !call.isEmpty())
              .map(call -> List.of(call.substring(0, call.length() - 1).split("\037", -1)))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String typed(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
