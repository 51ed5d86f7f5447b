package com.sparkify.etl.runner.job;

import java.util.List;

/** The two sources of the star schema. */
public record Sources(StagedSource songs, StagedSource events) {

  List<StagedSource> all() {
    return List.of(songs, events);
  }
}
