package com.sparkify.etl.io.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;

class FilesInOrderTest {

  @Test
  void blamesTheStorageForAFileThatItDoesNotGive() {
    assertThatThrownBy(() -> firstOf("failing"))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("read the source file 'failing:///a.json'");
  }

  @Test
  void doesNotBlameTheStorageForALibraryThatDoesNotFit() {
    assertThatThrownBy(() -> firstOf("misfit"))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(NoSuchMethodError.class);
  }

  private static void firstOf(String scheme) throws IOException {
    Configuration conf = new Configuration();
    conf.set("fs.failing.impl", Failing.class.getName());
    conf.set("fs.misfit.impl", Misfit.class.getName());
    SourceFile file = new SourceFile(scheme + ":///a.json", 3, 0);
    try (FilesInOrder files = new FilesInOrder(List.of(FilePart.whole(file)), conf)) {
      files.next(SourceLayout.EVENTS);
    }
  }

  /** Made by Hadoop, by name. */
  public static class Failing extends RawLocalFileSystem {
    @Override
    public void initialize(URI uri, Configuration conf) {
      setConf(conf);
    }

    @Override
    protected void checkPath(Path path) {}

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
      throw new IOException("out of order");
    }
  }

  /** Made by Hadoop, by name. */
  public static final class Misfit extends Failing {
    @Override
    public FSDataInputStream open(Path path, int bufferSize) {
      throw new NoSuchMethodError("of another version");
    }
  }
}
