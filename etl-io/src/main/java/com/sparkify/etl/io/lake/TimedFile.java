package com.sparkify.etl.io.lake;

import com.sparkify.etl.core.column.TimeSpan;

/**
 * A file of a table that is divided by months, and whose rows lie in order of time.
 *
 * @param path where the lake has it
 * @param folder of its partition: {@code year=2018/month=11}
 * @param span from its earliest row to its latest
 */
public record TimedFile(String path, String folder, TimeSpan span, long rows) {}
