package com.sparkify.etl.io.lake.parquet;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.JobStatus.State;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitterFactory;

/**
 * Makes the committer of a file system, such as S3A's, with the commit of its jobs among the {@link
 * PostponedCommits}. Hadoop makes it by its name, also where tasks run.
 */
public final class PostponedCommitterFactory extends PathOutputCommitterFactory {

  @Override
  public PathOutputCommitter createOutputCommitter(Path folder, TaskAttemptContext task)
      throws IOException {
    Configuration others = new Configuration(task.getConfiguration());
    others.unset(COMMITTER_FACTORY_CLASS);
    return new Postponed(
        folder, task, getCommitterFactory(folder, others).createOutputCommitter(folder, task));
  }

  private static final class Postponed extends PathOutputCommitter {
    private final PathOutputCommitter committer;

    Postponed(Path folder, TaskAttemptContext task, PathOutputCommitter committer)
        throws IOException {
      super(folder, task);
      this.committer = committer;
    }

    @Override
    public void commitJob(JobContext job) throws IOException {
      PostponedCommits.postpone(committer, job);
    }

    @Override
    public Path getOutputPath() {
      return committer.getOutputPath();
    }

    @Override
    public Path getWorkPath() throws IOException {
      return committer.getWorkPath();
    }

    @Override
    public void setupJob(JobContext job) throws IOException {
      committer.setupJob(job);
    }

    @Override
    public void abortJob(JobContext job, State state) throws IOException {
      committer.abortJob(job, state);
    }

    @Override
    public void setupTask(TaskAttemptContext task) throws IOException {
      committer.setupTask(task);
    }

    @Override
    public boolean needsTaskCommit(TaskAttemptContext task) throws IOException {
      return committer.needsTaskCommit(task);
    }

    @Override
    public void commitTask(TaskAttemptContext task) throws IOException {
      committer.commitTask(task);
    }

    @Override
    public void abortTask(TaskAttemptContext task) throws IOException {
      committer.abortTask(task);
    }
  }
}
