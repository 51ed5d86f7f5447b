package com.sparkify.etl.runner.config;

import com.typesafe.config.ConfigValue;
import java.util.function.Function;

/**
 * One setting.
 *
 * @param expected what its value may be, to follow the word "expected"
 * @param example a legal value, as it is written in a file
 * @param reader turns what was written into the value; throws IllegalArgumentException otherwise
 */
record Key<T>(String name, String expected, String example, Function<ConfigValue, T> reader) {}
