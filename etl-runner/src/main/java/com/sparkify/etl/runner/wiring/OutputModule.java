package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import java.time.Clock;

/** Provides {@link Streams}, {@link Progress} and {@link Clock}. */
public final class OutputModule extends AbstractModule {
  private final Streams streams;
  private final Progress progress;
  private final Clock clock;

  public OutputModule(Streams streams, Progress progress, Clock clock) {
    this.streams = streams;
    this.progress = progress;
    this.clock = clock;
  }

  @Override
  protected void configure() {
    binder().requireAtInjectOnConstructors();
    bind(Streams.class).toInstance(streams);
    bind(Progress.class).toInstance(progress);
    bind(Clock.class).toInstance(clock);
  }
}
