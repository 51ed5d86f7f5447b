package com.sparkify.etl.io.synthetic;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A data set like the public one, made up: {@code song_data/A/B/C/TR*.json} and {@code
 * log_data/YYYY/MM/YYYY-MM-DD-events.json}.
 *
 * <p>Its bytes depend on the spec alone, not on the number of tasks, the machine or the day.
 */
public final class SyntheticData {
  private static final int SONGS_PER_PART = 500;

  private SyntheticData() {}

  /**
   * Writes the data set that {@code spec} describes into the folder {@code out}, in parallel.
   *
   * @throws EtlException of kind CONFIG if the folder holds anything; of kind STORAGE if it cannot
   *     be written, in which case part of the data set may be there
   */
  public static SyntheticSummary write(SyntheticSpec spec, URI out, SparkSession spark) {
    try {
      return written(spec, out, JavaSparkContext.fromSparkContext(spark.sparkContext()));
    } catch (EtlException failure) {
      throw failure;
    } catch (Exception failure) {
      if (!comesFromStorage(failure)) {
        throw new IllegalStateException("The generator failed for " + spec, failure);
      }
      throw new EtlException(
          Kind.STORAGE,
          "The synthetic data set cannot be written to '%s'. Check that the folder may be written,"
                  .formatted(out)
              + " empty it and try again.",
          failure);
    }
  }

  private static SyntheticSummary written(SyntheticSpec spec, URI out, JavaSparkContext context)
      throws IOException {
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    OutputFolder.at(out, hadoop.value()).requireEmpty();
    int songParts = (spec.songs() + SONGS_PER_PART - 1) / SONGS_PER_PART;
    return total(context, spec.days(), day -> writeDay(spec, day, folder(out, hadoop)))
        .plus(total(context, songParts, part -> writeSongs(spec, part, folder(out, hadoop))));
  }

  private static OutputFolder folder(URI out, SerializableConfiguration hadoop) throws IOException {
    return OutputFolder.at(out, hadoop.value());
  }

  /** Whether an I/O error is behind {@code failure}, which Spark may have wrapped. */
  private static boolean comesFromStorage(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(IOException.class::isInstance);
  }

  private static SyntheticSummary total(
      JavaSparkContext context, int parts, Function<Integer, SyntheticSummary> written) {
    List<Integer> numbers = IntStream.range(0, parts).boxed().toList();
    return context.parallelize(numbers, parts).map(written).collect().stream()
        .reduce(SyntheticSummary.NOTHING, SyntheticSummary::plus);
  }

  private static SyntheticSummary writeDay(SyntheticSpec spec, int day, OutputFolder folder)
      throws IOException {
    try (OutputStream out = folder.create("log_data/" + LogFile.path(spec, day))) {
      return new LogFile(spec, day).writeTo(out);
    }
  }

  private static SyntheticSummary writeSongs(SyntheticSpec spec, int part, OutputFolder folder)
      throws IOException {
    Catalogue catalogue = new Catalogue(spec);
    SyntheticSummary written = SyntheticSummary.NOTHING;
    int end = Math.min(spec.songs(), (part + 1) * SONGS_PER_PART);
    for (int index = part * SONGS_PER_PART; index < end; index++) {
      CatalogueSong song = catalogue.song(index);
      byte[] json = song.json();
      try (OutputStream out = folder.create("song_data/" + song.path())) {
        out.write(json);
      }
      written = written.plus(SyntheticSummary.ofSong(json.length));
    }
    return written;
  }
}
