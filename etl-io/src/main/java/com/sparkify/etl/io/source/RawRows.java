package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.table.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Rows that are being gathered, in columns.
 *
 * <p>Values go to the current row, and what is put into a column that nobody asked for is dropped.
 * {@link #endRow} makes the next row the current one.
 */
final class RawRows implements AutoCloseable {
  private static final int MOST_ROWS = 2048;
  private static final int MOST_BYTES = 8 << 20;
  private static final int UNWANTED = -1;

  private final WritableColumnVector[] vectors;
  private final ColumnarBatch batch;
  private final int[] vectorOfField;
  private final int sourceFile;
  private final int sourceLine;
  private final int readProblem;
  private final int unknownFields;
  private final int raw;

  private byte[] fileName = new byte[0];
  private int fileNameAt;
  private int row;
  private long bytes;

  /**
   * @param fields the data fields; a field's place in the list is its number
   * @param columns the columns that are wanted, in order
   */
  RawRows(List<Field> fields, StructType columns) {
    vectors = OnHeapColumnVector.allocateColumns(MOST_ROWS, columns);
    batch = new ColumnarBatch(vectors);
    List<String> names = Arrays.asList(columns.fieldNames());
    vectorOfField = fields.stream().mapToInt(field -> names.indexOf(field.name())).toArray();
    sourceFile = names.indexOf(Origin.SOURCE_FILE.name());
    sourceLine = names.indexOf(Origin.SOURCE_LINE.name());
    readProblem = names.indexOf(Origin.READ_PROBLEM.name());
    unknownFields = names.indexOf(Origin.UNKNOWN_FIELDS.name());
    raw = names.indexOf(Origin.RAW.name());
    clear();
  }

  /** Whether anything is wanted that can only be known by parsing the record. */
  boolean needParsing() {
    return readProblem != UNWANTED
        || unknownFields != UNWANTED
        || Arrays.stream(vectorOfField).anyMatch(vector -> vector != UNWANTED);
  }

  /** The file of this row and those that follow. */
  void startFile(String path) {
    fileName = path.getBytes(UTF_8);
    fileNameAt = UNWANTED;
  }

  void putText(int field, byte[] utf8, int from, int length) {
    putBytes(vectorOfField[field], utf8, from, length);
  }

  void putInt(int field, int value) {
    int vector = vectorOfField[field];
    if (vector != UNWANTED) {
      vectors[vector].putInt(row, value);
    }
  }

  void putLong(int field, long value) {
    int vector = vectorOfField[field];
    if (vector != UNWANTED) {
      vectors[vector].putLong(row, value);
    }
  }

  void putDouble(int field, double value) {
    int vector = vectorOfField[field];
    if (vector != UNWANTED) {
      vectors[vector].putDouble(row, value);
    }
  }

  /** Makes a field null in this row for good. */
  void putNull(int field) {
    putNullAt(vectorOfField[field]);
  }

  /** What is wrong with the record; nothing if {@code problem} is empty. */
  void putProblem(byte[] problem) {
    if (problem.length == 0) {
      putNullAt(readProblem);
    } else {
      putBytes(readProblem, problem, 0, problem.length);
    }
  }

  void putUnknownFields(Set<String> names) {
    if (names.isEmpty()) {
      putNullAt(unknownFields);
    } else {
      byte[] lines = String.join("\n", names).getBytes(UTF_8);
      putBytes(unknownFields, lines, 0, lines.length);
    }
  }

  /** Completes the row with where its record was and what it was. */
  void endRow(long lineNumber, byte[] record, int from, int to) {
    if (sourceFile != UNWANTED) {
      putFileName(vectors[sourceFile]);
    }
    if (sourceLine != UNWANTED) {
      vectors[sourceLine].putLong(row, lineNumber);
    }
    putBytes(raw, record, from, to - from);
    bytes += to - from;
    row++;
  }

  boolean areEnough() {
    return row == MOST_ROWS || bytes >= MOST_BYTES;
  }

  boolean areNone() {
    return row == 0;
  }

  /** The rows, until they are cleared. */
  ColumnarBatch batch() {
    batch.setNumRows(row);
    return batch;
  }

  void clear() {
    for (WritableColumnVector vector : vectors) {
      vector.reset();
    }
    fileNameAt = UNWANTED;
    row = 0;
    bytes = 0;
  }

  @Override
  public void close() {
    batch.close();
  }

  /** The bytes of the name are held once for all rows of a file. */
  private void putFileName(WritableColumnVector vector) {
    if (fileNameAt == UNWANTED) {
      fileNameAt = vector.arrayData().appendBytes(fileName.length, fileName, 0);
    }
    vector.putArray(row, fileNameAt, fileName.length);
  }

  private void putBytes(int vector, byte[] value, int from, int length) {
    if (vector != UNWANTED) {
      vectors[vector].putByteArray(row, value, from, length);
    }
  }

  private void putNullAt(int vector) {
    if (vector != UNWANTED) {
      vectors[vector].putNull(row);
    }
  }
}
