package com.sparkify.etl.runner.job;

import com.sparkify.etl.io.source.JsonSource;
import com.sparkify.etl.io.staging.Staging;

/** A source of JSON files and the area in which its rows are staged. */
public record StagedSource(String name, JsonSource files, Staging staging) {}
