package com.sparkify.etl.it.s3;

import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The product as a process that finds its sources and its lake in a bucket.
 *
 * @param endpoint where the process reaches the bucket
 * @param variables its credentials
 * @param lake the URI of the lake
 */
public record SparkifyOnS3(
    Bucket bucket, URI endpoint, Map<String, String> variables, String lake) {
  public static final String SONGS = "song_data";
  public static final String EVENTS = "log_data";
  public static final String LAKE = "lake";

  /** The owner of {@code bucket}, without a detour. */
  public static SparkifyOnS3 ownerOf(Bucket bucket) {
    return new SparkifyOnS3(bucket, bucket.endpoint(), bucket.variables(), bucket.uri(LAKE));
  }

  /** The same by way of a proxy. */
  public SparkifyOnS3 at(URI proxy) {
    return new SparkifyOnS3(bucket, proxy, variables, lake);
  }

  /** The same with the credentials of {@code others}. */
  public SparkifyOnS3 as(Map<String, String> others) {
    return new SparkifyOnS3(bucket, endpoint, others, lake);
  }

  /** The same with another lake. */
  public SparkifyOnS3 to(String otherLake) {
    return new SparkifyOnS3(bucket, endpoint, variables, otherLake);
  }

  /** Runs the main job in {@code folder}. */
  public Ended run(Path folder, String... more) {
    Stream<String> sources =
        Stream.of("run", "--songs=" + bucket.uri(SONGS), "--events=" + bucket.uri(EVENTS));
    return command(folder, Stream.concat(sources, Stream.of(more)).toArray(String[]::new));
  }

  /** Runs a command on the lake in {@code folder}. */
  public Ended command(Path folder, String... arguments) {
    Stream<String> settings =
        Stream.of(
            "--lake=" + lake,
            "--set=sparkify.s3.endpoint=" + endpoint,
            "--set=sparkify.s3.region=" + bucket.region(),
            "--set=sparkify.s3.path-style=true");
    return Sparkify.withVariables(variables)
        .in(folder, Stream.concat(Stream.of(arguments), settings).toArray(String[]::new));
  }
}
