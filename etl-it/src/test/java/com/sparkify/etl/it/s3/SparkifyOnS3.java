package com.sparkify.etl.it.s3;

import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.Sparkify.Running;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The product as a process that finds its sources and its lake in a bucket.
 *
 * @param endpoint where the process reaches the bucket
 * @param variables its credentials
 * @param lake the URI of the lake
 * @param program the product, given its environment
 */
public record SparkifyOnS3(
    Bucket bucket,
    URI endpoint,
    Map<String, String> variables,
    String lake,
    Function<Map<String, String>, Sparkify> program) {
  public static final String SONGS = "song_data";
  public static final String EVENTS = "log_data";
  public static final String LAKE = "lake";

  /** The owner of {@code bucket}, without a detour. */
  public static SparkifyOnS3 ownerOf(Bucket bucket) {
    return new SparkifyOnS3(
        bucket, bucket.endpoint(), bucket.variables(), bucket.uri(LAKE), Sparkify::withVariables);
  }

  /** The same by way of a proxy. */
  public SparkifyOnS3 at(URI proxy) {
    return new SparkifyOnS3(bucket, proxy, variables, lake, program);
  }

  /** The same with the credentials of {@code others}. */
  public SparkifyOnS3 as(Map<String, String> others) {
    return new SparkifyOnS3(bucket, endpoint, others, lake, program);
  }

  /** The same with another lake. */
  public SparkifyOnS3 to(String otherLake) {
    return new SparkifyOnS3(bucket, endpoint, variables, otherLake, program);
  }

  /** Runs the main job in {@code folder}. */
  public Ended run(Path folder, String... more) {
    return startRun(folder, more).ended();
  }

  /** Starts the main job in {@code folder}. */
  public Running startRun(Path folder, String... more) {
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(sources());
    arguments.addAll(List.of(more));
    return start(folder, arguments.toArray(String[]::new));
  }

  /** The same as another program, such as the jar on another line of Spark. */
  public SparkifyOnS3 with(Function<Map<String, String>, Sparkify> other) {
    return new SparkifyOnS3(bucket, endpoint, variables, lake, other);
  }

  /** Runs a command on the lake in {@code folder}. */
  public Ended command(Path folder, String... arguments) {
    return start(folder, arguments).ended();
  }

  /** Starts a command on the lake in {@code folder}. */
  public Running start(Path folder, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--lake=" + lake);
    all.addAll(server());
    return program.apply(variables).start(folder, all.toArray(String[]::new));
  }

  /** The arguments of the main job, for a program that has the credentials. */
  public List<String> runArguments() {
    List<String> arguments = new ArrayList<>(List.of("run", "--lake=" + lake));
    arguments.addAll(sources());
    arguments.addAll(server());
    return arguments;
  }

  private List<String> sources() {
    return List.of("--songs=" + bucket.uri(SONGS), "--events=" + bucket.uri(EVENTS));
  }

  /** The options that say where the server is. */
  public List<String> server() {
    return List.of(
        "--set=sparkify.s3.endpoint=" + endpoint,
        "--set=sparkify.s3.region=" + bucket.region(),
        "--set=sparkify.s3.path-style=true");
  }
}
