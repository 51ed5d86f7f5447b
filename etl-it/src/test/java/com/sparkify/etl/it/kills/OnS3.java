package com.sparkify.etl.it.kills;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Orphans;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.Sparkify.Running;
import com.sparkify.etl.it.kills.Moment.Before;
import com.sparkify.etl.it.s3.Bucket;
import com.sparkify.etl.it.s3.SparkifyOnS3;
import com.sparkify.etl.it.s3.proxy.Fate;
import com.sparkify.etl.it.s3.proxy.RequestProxy;
import com.sparkify.etl.it.s3.proxy.Rule;
import com.sparkify.etl.it.s3.proxy.S3Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A lake in a bucket; a reader lists a table's objects, gets each, and has DuckDB read them. */
final class OnS3 implements Site {
  private final Bucket bucket;
  private final Path folder;
  private final Path before;
  private final SparkifyOnS3 owner;
  private final Program program;

  private OnS3(Bucket bucket, Path folder, Program program) {
    this.program = program;
    this.bucket = bucket;
    this.folder = folder;
    this.before = folder.resolve("before");
    this.owner = SparkifyOnS3.ownerOf(bucket);
  }

  /** A lake in {@code bucket}, which is empty, with a copy of what it held below {@code folder}. */
  static OnS3 in(Bucket bucket, Path folder, Program program) throws IOException {
    OnS3 site = new OnS3(bucket, folder, program);
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Delivery.begin(sources);
    bucket.putFolder("", sources);
    site.run().ok();
    bucket.copyFolder(SparkifyOnS3.LAKE, site.before);
    Delivery.complete(sources);
    bucket.putFolder("", sources);
    return site;
  }

  @Override
  public String name() {
    return "S3";
  }

  @Override
  public Format format() {
    return new InParquet();
  }

  @Override
  public Moment momentOf(Step step) {
    return step.onS3();
  }

  @Override
  public void restore() {
    bucket.keys(SparkifyOnS3.LAKE + "/").forEach(bucket::delete);
    bucket.putFolder(SparkifyOnS3.LAKE, before);
  }

  @Override
  public Optional<Ended> killedAt(Moment moment) {
    StandStill rule = new StandStill(moment);
    try (RequestProxy proxy = RequestProxy.before(bucket.endpoint(), rule, Duration.ZERO)) {
      Running running = owner.at(proxy.endpoint()).startRun(folder);
      Optional<Ended> before = Kill.at(moment, running, rule::isReached);
      rule.gone.complete(null);
      return before;
    }
  }

  /** Holds a request, which the server never sees, until the process that asks is gone. */
  private static final class StandStill implements Rule {
    private final Moment moment;
    private final AtomicInteger toPass;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    private StandStill(Moment moment) {
      this.moment = moment;
      this.toPass = new AtomicInteger(moment instanceof Before before ? before.passed() : 0);
    }

    private boolean isReached() {
      return reached.isDone();
    }

    @Override
    public Fate fateOf(S3Request request) {
      String what = request.operation() + " " + request.key();
      if (reached.isDone()
          || (moment instanceof Before before
              && before.operation().matcher(what).matches()
              && toPass.getAndDecrement() == 0)) {
        reached.complete(null);
        gone.join();
        return Fate.accessDenied();
      }
      return Fate.forwarded();
    }
  }

  @Override
  public Ended run() {
    return program.run(owner.runArguments());
  }

  @Override
  public Running start() {
    return owner.startRun(folder);
  }

  @Override
  public List<Question> questions() {
    return StarSchema.TABLES.stream()
        .<Question>map(table -> new OfBothVersions(table, () -> rows(table)))
        .toList();
  }

  private List<List<String>> rows(Table table) throws Vanished {
    try {
      Path copy = Files.createTempDirectory(folder, "read");
      try {
        bucket.copyFolder(
            SparkifyOnS3.LAKE + "/" + table.name(),
            Files.createDirectory(copy.resolve(table.name())));
        return new DuckDb(copy).table(table);
      } finally {
        Folders.delete(copy);
      }
    } catch (NoSuchKeyException e) {
      throw new Vanished(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> orphans() {
    return Orphans.in(bucket);
  }
}
