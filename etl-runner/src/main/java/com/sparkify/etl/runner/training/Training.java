package com.sparkify.etl.runner.training;

import com.sparkify.etl.io.storage.S3A;
import com.sparkify.etl.runner.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A run that needs the classes that other runs will need, for the launcher, which has Java keep
 * them as it has parsed and verified them.
 *
 * <p>First it reads and writes on S3, of which a server in this process knows enough, without a
 * word to anyone else; then it does what its arguments say.
 */
public final class Training {
  private static final Path ROOT = new Path("s3a://training/");
  private static final Map<String, String> CREDENTIALS =
      Map.of("aws.accessKeyId", "training", "aws.secretAccessKey", "training");

  private Training() {}

  /** Where there is no S3A, or it cannot be used, only the arguments are followed. */
  public static void main(String[] args) {
    try {
      practise();
    } catch (IOException | RuntimeException | LinkageError unusable) {
      System.err.printf("trained without S3: %s%n", unusable);
    }
    Main.main(args);
  }

  /** Lists, reads, writes as a task of the magic committer does, and deletes. */
  static void practise() throws IOException {
    CREDENTIALS.forEach(System::setProperty);
    try (TrainingStore store = TrainingStore.started();
        FileSystem files = FileSystem.newInstance(ROOT.toUri(), configuration(store.endpoint()))) {
      RemoteIterator<?> listed = files.listFiles(ROOT, true);
      while (listed.hasNext()) {
        listed.next();
      }
      Path file = new Path(ROOT, TrainingStore.KEY);
      try (InputStream in = files.open(file)) {
        in.readAllBytes();
      }
      write(files, file);
      write(files, new Path(ROOT, "table/__magic_job-1/job-1/tasks/attempt-1/__base/part-0"));
      files.delete(file, false);
    } finally {
      CREDENTIALS.keySet().forEach(System::clearProperty);
    }
  }

  private static void write(FileSystem files, Path path) throws IOException {
    try (OutputStream out = files.create(path)) {
      out.write(TrainingStore.CONTENT);
    }
  }

  private static Configuration configuration(URI endpoint) {
    Configuration conf = new Configuration();
    S3A.defaults()
        .forEach(
            (name, value) -> {
              if (name.startsWith("spark.hadoop.")) {
                conf.set(name.substring("spark.hadoop.".length()), value);
              }
            });
    conf.set("fs.s3a.endpoint", endpoint.toString());
    conf.set("fs.s3a.endpoint.region", "us-east-1");
    conf.set("fs.s3a.path.style.access", "true");
    return conf;
  }
}
