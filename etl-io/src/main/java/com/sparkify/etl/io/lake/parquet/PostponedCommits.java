package com.sparkify.etl.io.lake.parquet;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitterFactory;

/**
 * The commits of jobs that have written their files to an object store, where nobody sees a file
 * before its job commits. Spark commits a job as soon as its tasks have ended; here the commit
 * waits until all tables are written and audited.
 *
 * <p>A job finds its way here by a setting, since Hadoop makes committers by the names of classes.
 */
final class PostponedCommits implements AutoCloseable {
  private static final String ID = "sparkify.postponed.commits";
  private static final Map<String, PostponedCommits> OPEN = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();
  private final Map<String, Commit> commits = new ConcurrentHashMap<>();

  private record Commit(PathOutputCommitter committer, JobContext job) {}

  private PostponedCommits() {}

  /** None yet; jobs find them until they are closed. */
  static PostponedCommits open() {
    PostponedCommits opened = new PostponedCommits();
    OPEN.put(opened.id, opened);
    return opened;
  }

  /** The options of a writer whose commit is to be postponed. */
  Map<String, String> options() {
    return Map.of(
        PathOutputCommitterFactory.COMMITTER_FACTORY_CLASS,
        PostponedCommitterFactory.class.getName(),
        ID,
        id);
  }

  /** Has the commit of {@code job} wait. */
  static void postpone(PathOutputCommitter committer, JobContext job) throws IOException {
    PostponedCommits commits = OPEN.get(job.getConfiguration().get(ID, ""));
    if (commits == null) {
      throw new IOException(
          "the job that wrote '%s' ends after the publish it belongs to"
              .formatted(committer.getOutputPath()));
    }
    commits.commits.put(
        requireNonNull(committer.getOutputPath()).toString(), new Commit(committer, job));
  }

  /** Shows the files that a job wrote to {@code folder}; nothing if none did. */
  void commit(Path folder) throws IOException {
    Commit commit = commits.remove(folder.toString());
    if (commit != null) {
      commit.committer().commitJob(commit.job());
    }
  }

  /** Forgets what is not committed; what was uploaded for it stays unfinished. */
  @Override
  public void close() {
    OPEN.remove(id);
  }
}
