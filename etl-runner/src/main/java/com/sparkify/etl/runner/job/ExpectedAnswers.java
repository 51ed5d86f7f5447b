package com.sparkify.etl.runner.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.sparkify.etl.runner.config.Location;
import com.sparkify.etl.runner.output.AnswerSheet;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** The files of answers that somebody expects. */
final class ExpectedAnswers {
  private final Configuration conf;

  @Inject
  ExpectedAnswers(Configuration conf) {
    this.conf = conf;
  }

  /**
   * The answers in {@code file}, which is local or where a file system of Hadoop is.
   *
   * @throws EtlException of kind CONFIG if there is no such file, if it holds no answers, or one to
   *     a question that the project has not
   */
  AnswerSheet in(String file) {
    AnswerSheet sheet = read(file);
    List<String> known = Questions.all().stream().map(Question::name).toList();
    List<String> unknown =
        sheet.answers().keySet().stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new EtlException(
          Kind.CONFIG,
          "--expect: '%s' has answers to '%s', which is no question; 'sparkify query --list' names them"
              .formatted(file, String.join("', '", unknown)));
    }
    return sheet;
  }

  private AnswerSheet read(String file) {
    try {
      return AnswerSheet.read(new Location(file).read(() -> conf));
    } catch (JsonProcessingException e) {
      throw new EtlException(
          Kind.CONFIG,
          "--expect: '%s' holds no answers (line %d: %s); 'sparkify query --all --format json' prints such a file"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    } catch (FileNotFoundException | UnsupportedFileSystemException e) {
      throw new EtlException(
          Kind.CONFIG,
          "--expect: '%s' cannot be read (%s); expected a readable file, for example docs/sample-answers.json"
              .formatted(file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw StorageTrouble.failure("read the expected answers '%s'".formatted(file), e);
    }
  }
}
