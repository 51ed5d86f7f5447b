package com.sparkify.etl.io.source;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Compresses what a test reads. */
final class Archive {
  private Archive() {}

  /** The parts, each compressed by itself, one after the other. */
  static byte[] of(Compression compression, byte[]... parts) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      try (OutputStream out = packing(compression, packed)) {
        out.write(part);
      } catch (IOException unexpected) {
        throw new UncheckedIOException(unexpected);
      }
    }
    return packed.toByteArray();
  }

  private static OutputStream packing(Compression compression, OutputStream packed)
      throws IOException {
    return switch (compression) {
      case GZIP -> new GZIPOutputStream(packed);
      case BZIP2 -> new BZip2CompressorOutputStream(packed, 1);
      case ZSTD -> new ZstdOutputStreamNoFinalizer(packed).setChecksum(true);
      case NONE -> packed;
    };
  }
}
