package com.sparkify.etl.io.source;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The content of a zstd file, which is made of any number of frames.
 *
 * <p>The library's own stream does not notice that the file ends within a frame whose beginning it
 * read together with the end of the frame before.
 */
final class ZstdFrames extends InputStream {
  /** What is asked for at once; of it, what is before damage is lost. */
  private static final int STEP = 1 << 10;

  private final InputStream packed;
  private final ZstdDecompressCtx decoder = new ZstdDecompressCtx();
  private final byte[] block = new byte[16 << 10];
  private final ByteBuffer input = ByteBuffer.allocateDirect(block.length).limit(0);
  private final ByteBuffer output = ByteBuffer.allocateDirect(STEP).limit(0);
  private boolean frameEnded;
  private boolean mayHoldMore;

  ZstdFrames(InputStream packed) {
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (!output.hasRemaining() && length > 0) {
      if (!mayHoldMore && !input.hasRemaining() && !hasInput()) {
        return -1;
      }
      decode();
    }
    int got = Math.min(length, output.remaining());
    output.get(into, from, got);
    return got;
  }

  @Override
  public void close() throws IOException {
    decoder.close();
    packed.close();
  }

  private void decode() throws IOException {
    output.clear();
    try {
      frameEnded = decoder.decompressDirectByteBufferStream(output, input);
    } catch (ZstdException damage) {
      output.limit(0);
      throw new IOException(damage);
    }
    mayHoldMore = !frameEnded && !output.hasRemaining();
    output.flip();
  }

  /** False at the end of the file; no file is without any frame. */
  private boolean hasInput() throws IOException {
    int got = packed.read(block, 0, block.length);
    if (got < 0 && !frameEnded) {
      throw new EOFException("The zstd file ends too soon");
    }
    input.clear().put(block, 0, Math.max(0, got)).flip();
    return got > 0;
  }
}
