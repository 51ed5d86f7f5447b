package com.sparkify.etl.it.s3;

import com.sparkify.etl.io.source.JsonPaths;
import com.sparkify.etl.io.source.JsonSources;
import com.sparkify.etl.io.staging.StagingAreas;
import com.sparkify.etl.io.staging.StagingContract;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(S3.class)
class ParquetStagingOnS3Test extends StagingContract {
  ParquetStagingOnS3Test(Bucket bucket) {
    super(
        new LogsOf(bucket),
        JsonSources.events(S3Session.on(bucket), bucket.uri("logs"), JsonPaths.none()),
        source -> StagingAreas.of(bucket.uri("lake"), S3Session.on(bucket)).events(source));
  }

  private record LogsOf(Bucket bucket) implements Logs {
    @Override
    public String uri() {
      return bucket.uri("logs");
    }

    /** Writes until the clock of the server, whose ticks may be seconds, shows another time. */
    @Override
    public void write(String name, String content) {
      String key = "logs/" + name;
      Instant before = bucket.keys(key).isEmpty() ? Instant.MIN : bucket.modified(key);
      do {
        bucket.put(key, content);
      } while (bucket.modified(key).equals(before));
    }
  }
}
