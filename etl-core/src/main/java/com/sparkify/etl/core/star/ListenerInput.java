package com.sparkify.etl.core.star;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What {@code users} and {@code user_levels} are made of.
 *
 * @param events all events, or of the listeners that are not settled what tells the same of their
 *     levels and has the last of them
 * @param settled the listeners of whom {@code events} tells nothing; empty if it has all events
 */
public record ListenerInput(Dataset<Row> events, Optional<SettledListeners> settled) {}
