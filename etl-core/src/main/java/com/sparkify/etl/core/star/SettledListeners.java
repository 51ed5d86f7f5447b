package com.sparkify.etl.core.star;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Listeners whose published rows stay as they are.
 *
 * @param users their rows of {@link Users#TABLE}
 * @param userLevels their rows of {@link UserLevels#TABLE}
 */
public record SettledListeners(Dataset<Row> users, Dataset<Row> userLevels) {}
