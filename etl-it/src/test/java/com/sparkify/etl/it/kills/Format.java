package com.sparkify.etl.it.kills;

import com.sparkify.etl.it.Sparkify;
import java.nio.file.Path;
import java.util.List;

/** How the tables of a lake are stored, and what that means for runs that are killed there. */
public interface Format {

  /** What a lake on {@code storage} is called. */
  String on(String storage);

  /** What every answer to a reader is, in words, such as {@code no row missing}. */
  String promise();

  /** The product with what the format needs on its class path. */
  Sparkify program();

  /** The options of a run. */
  List<String> options();

  /** Every step of a run that publishes, in order. */
  List<Step> steps();

  /** A step at which a run has changed what is published, then one of the run that finishes it. */
  List<Step> twice();

  /** What a reader asks of the lake in the folder {@code lake}. */
  List<Question> questions(Path lake);

  /** What only a run that was cut off leaves, beside files that tell so by their names. */
  List<String> remains(Path lake);
}
