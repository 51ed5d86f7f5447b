package com.sparkify.etl.io.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The records of one file, or of a part of it, one after the other, as bytes.
 *
 * <p>A line ends with {@code \n} or {@code \r\n}. Blank lines before and after a record, and a byte
 * order mark at the start of the file, are not part of it. The file is held in memory whole if it
 * was given so; of a stream no more is held than a block or the current record.
 */
final class RecordSplitter implements Closeable {
  /** Bytes above which a record is not held any more: it is {@link #isOversize}. */
  static final int MAX_RECORD = 64 << 20;

  /** Bytes that are kept of what is too large to be held. */
  static final int KEPT = 1 << 20;

  private static final int BLOCK = 1 << 20;
  private static final int BLOCK_UNPACKED = 64 << 10;

  private final SourceLayout layout;
  private final int maxRecord;
  private final InputStream rest;
  private final BooleanSupplier damaged;
  private boolean started;
  private boolean restEnded;

  private byte[] buffer;
  private int filled;
  private int fresh;
  private int line;
  private int lineEnd;
  private int nextLine;
  private long lineNumber;
  private boolean lineEnds = true;

  private int record;
  private int recordEnd;
  private long recordLine;
  private boolean cutOff;
  private byte[] oversize = new byte[0];
  private byte[] beginning;

  private RecordSplitter(
      SourceLayout layout,
      int maxRecord,
      InputStream rest,
      BooleanSupplier damaged,
      byte[] buffer) {
    this.layout = layout;
    this.maxRecord = maxRecord;
    this.rest = rest;
    this.damaged = damaged;
    this.buffer = buffer;
    this.beginning = buffer;
  }

  /** The records of a file that holds {@code content}. */
  static RecordSplitter of(SourceLayout layout, byte[] content) {
    RecordSplitter records =
        new RecordSplitter(layout, MAX_RECORD, InputStream.nullInputStream(), () -> false, content);
    records.filled = content.length;
    records.started = true;
    records.restEnded = true;
    records.skipByteOrderMark();
    return records;
  }

  /**
   * The records of what {@code content} gives, which is read when the first is asked for.
   *
   * @param linesBefore lines of the file before it; none if it starts the file
   */
  static RecordSplitter of(SourceLayout layout, InputStream content, long linesBefore) {
    RecordSplitter records = of(layout, content, BLOCK, MAX_RECORD);
    records.lineNumber = linesBefore;
    return records;
  }

  /** The records of a compressed file, up to where it is damaged. */
  static RecordSplitter of(SourceLayout layout, Unpacked content) {
    return new RecordSplitter(
        layout, MAX_RECORD, content, content::isDamaged, new byte[BLOCK_UNPACKED]);
  }

  static RecordSplitter of(SourceLayout layout, InputStream content, int block, int maxRecord) {
    return new RecordSplitter(layout, maxRecord, content, () -> false, new byte[block]);
  }

  /** Goes to the next record; false if there is none. */
  boolean next() throws IOException {
    if (!started) {
      readBeginning();
    }
    oversize = new byte[0];
    do {
      record = nextLine;
      if (!hasLine()) {
        return isAtDamage();
      }
      readLine();
    } while (isBlank());
    readRecord();
    return true;
  }

  /** The array that holds the record, from {@link #start} to {@link #end}, until the next. */
  byte[] bytes() {
    return isOversize() ? oversize : buffer;
  }

  int start() {
    return isOversize() ? 0 : record;
  }

  int end() {
    return isOversize() ? oversize.length : recordEnd;
  }

  /** The number of the line on which the record starts, from 1. */
  long lineNumber() {
    return recordLine;
  }

  /** Whether the record was too large to be held, so that only its first bytes are here. */
  boolean isOversize() {
    return oversize.length > 0;
  }

  /**
   * Whether the file is damaged where this record would go on, so that it may be anything from
   * nothing to nearly all of what was there. No record comes after it.
   */
  boolean isCutOff() {
    return cutOff;
  }

  /** The first bytes of the file, up to {@link #KEPT}; all if it was given whole. */
  byte[] beginning() {
    return beginning;
  }

  @Override
  public void close() throws IOException {
    rest.close();
  }

  private void readBeginning() throws IOException {
    started = true;
    fill();
    beginning = Arrays.copyOf(buffer, Math.min(filled, KEPT));
    skipByteOrderMark();
  }

  private void skipByteOrderMark() {
    if (lineNumber == 0
        && filled >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      nextLine = 3;
    }
  }

  /** Reads on from the record's first line, which has been read. */
  private void readRecord() throws IOException {
    recordEnd = lineEnd;
    recordLine = lineNumber;
    while (hasLine() && layout.continuesWith(buffer[nextLine])) {
      readLine();
      if (!isBlank()) {
        recordEnd = lineEnd;
      }
    }
    boolean complete = hasLine() || (lineEnds && !layout.mayGoOn());
    cutOff = !complete && damaged.getAsBoolean();
  }

  /** Makes nothing a record that is cut off, if there was none and the file is damaged. */
  private boolean isAtDamage() {
    if (cutOff || !damaged.getAsBoolean()) {
      return false;
    }
    cutOff = true;
    recordEnd = record;
    recordLine = lineEnds ? lineNumber + 1 : lineNumber;
    return true;
  }

  private boolean hasLine() throws IOException {
    return nextLine < filled || fill();
  }

  private void readLine() throws IOException {
    lineNumber++;
    line = nextLine;
    int newline = Bytes.indexOf((byte) '\n', buffer, line, filled);
    while (newline < 0) {
      if (!fill()) {
        lineEnd = filled;
        nextLine = filled;
        lineEnds = false;
        return;
      }
      newline = Bytes.indexOf((byte) '\n', buffer, fresh, filled);
    }
    nextLine = newline + 1;
    lineEnd = newline > line && buffer[newline - 1] == '\r' ? newline - 1 : newline;
  }

  private boolean isBlank() {
    return !isOversize() && Bytes.isBlank(buffer, line, lineEnd);
  }

  /** Reads on, keeping the bytes of the current record; false at the end of the file. */
  private boolean fill() throws IOException {
    if (restEnded) {
      return false;
    }
    makeRoom();
    fresh = filled;
    filled += rest.readNBytes(buffer, filled, buffer.length - filled);
    restEnded = filled < buffer.length;
    return filled > fresh;
  }

  private void makeRoom() {
    if (filled - record >= maxRecord) {
      oversize = isOversize() ? oversize : Arrays.copyOfRange(buffer, record, record + kept());
      record = filled;
      line = filled;
      nextLine = filled;
    }
    if (record > 0) {
      System.arraycopy(buffer, record, buffer, 0, filled - record);
      line -= record;
      recordEnd -= record;
      nextLine -= record;
      filled -= record;
      record = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, Integer.MAX_VALUE - 8));
    }
  }

  private int kept() {
    return Math.min(filled - record, KEPT);
  }
}
