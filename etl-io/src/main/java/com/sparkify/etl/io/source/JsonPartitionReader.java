package com.sparkify.etl.io.source;

import com.sparkify.etl.core.source.RejectRules;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** The rows of what a task reads: one for each record, and one for a file without any. */
final class JsonPartitionReader implements PartitionReader<ColumnarBatch> {
  private final SourceLayout layout;
  private final FilesInOrder files;
  private final RawRows rows;
  private final RecordParser parser;
  private final boolean parses;

  private SourceFile file = new SourceFile("", 0, 0);
  private RecordSplitter records;
  private boolean foundNone;

  JsonPartitionReader(SourceLayout layout, List<String> names, FilesInOrder files, RawRows rows) {
    this.layout = layout;
    this.files = files;
    this.rows = rows;
    this.parser = new RecordParser(layout, names, rows);
    this.parses = rows.needParsing();
    this.records = RecordSplitter.of(layout, new byte[0]);
  }

  @Override
  public boolean next() throws IOException {
    rows.clear();
    while (!rows.areEnough() && readRow()) {}
    return !rows.areNone();
  }

  @Override
  public ColumnarBatch get() {
    return rows.batch();
  }

  @Override
  public void close() throws IOException {
    try (files;
        rows;
        parser) {
      records.close();
    }
  }

  private boolean readRow() throws IOException {
    while (!hasRecord()) {
      if (foundNone) {
        foundNone = false;
        addFileWithoutRecord();
        return true;
      }
      if (!files.hasNext()) {
        return false;
      }
      startNextPart();
    }
    foundNone = false;
    addRecord();
    return true;
  }

  private boolean hasRecord() {
    try {
      return records.next();
    } catch (IOException failure) {
      throw FilesInOrder.unreadable(file, failure);
    }
  }

  private void startNextPart() throws IOException {
    records.close();
    FilePart part = files.nextPart();
    file = part.file();
    records = files.next(layout);
    rows.startFile(file.path());
    foundNone = part.bytes().isWhole();
  }

  private void addRecord() {
    if (records.isCutOff()) {
      parser.reject(RejectRules.CORRUPT_ARCHIVE);
    } else if (records.isOversize()) {
      parser.reject(RejectRules.MALFORMED_JSON);
    } else if (parses) {
      parser.parse(records.bytes(), records.start(), records.end());
    }
    rows.endRow(records.lineNumber(), records.bytes(), records.start(), records.end());
  }

  private void addFileWithoutRecord() {
    byte[] content = records.beginning();
    parser.reject(RejectRules.MALFORMED_JSON);
    rows.endRow(1, content, 0, content.length);
  }
}
