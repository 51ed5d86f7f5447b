package com.sparkify.etl.runner.cli;

/** A command with its options, as they were typed. */
@FunctionalInterface
public interface Command {

  /** Hands over to the command's job. */
  void execute(Launch launch);
}
