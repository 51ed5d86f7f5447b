package com.sparkify.etl.io.storage;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.statistics.IOStatistics;
import org.apache.hadoop.fs.statistics.IOStatisticsSource;

/**
 * Requests that this JVM has sent to S3, counted by S3A. A request that the SDK repeats of its own
 * accord counts once, and the few of {@link Claims} do not count. Storages that count nothing, such
 * as local disks, add nothing.
 */
public record S3Requests(Map<Operation, Long> counts) {
  private static final String TOTAL = "audit_request_execution";

  /** What a request asks for. */
  public enum Operation {
    GET,
    HEAD,
    LIST,
    PUT,
    UPLOAD_PART,
    COPY,
    DELETE,
    /** Begin, complete, list and abort uploads in parts. */
    OTHER
  }

  /** S3A's names of the counters of each operation; what they leave of all requests is OTHER. */
  private static final Map<Operation, List<String>> COUNTERS =
      Map.of(
          Operation.GET, List.of("action_http_get_request"),
          Operation.HEAD, List.of("action_http_head_request"),
          Operation.LIST, List.of("object_list_request", "object_continue_list_request"),
          Operation.PUT, List.of("object_put_request"),
          Operation.UPLOAD_PART, List.of("multipart_upload_part_put"),
          Operation.COPY, List.of("object_copy_requests"),
          Operation.DELETE, List.of("object_delete_request", "object_bulk_delete_request"));

  public S3Requests {
    counts = Map.copyOf(counts);
  }

  /**
   * The requests so far to the storages of {@code locations}; one that cannot be opened got none.
   */
  public static S3Requests sent(Collection<String> locations, Configuration conf) {
    Map<URI, FileSystem> storages = new HashMap<>();
    for (String location : locations) {
      open(location, conf).ifPresent(storage -> storages.put(storage.getUri(), storage));
    }
    EnumMap<Operation, Long> counts = new EnumMap<>(Operation.class);
    for (FileSystem storage : storages.values()) {
      if (storage instanceof IOStatisticsSource source && source.getIOStatistics() != null) {
        count(source.getIOStatistics(), counts);
      }
    }
    return new S3Requests(counts);
  }

  /** The requests since {@code earlier}. */
  public S3Requests since(S3Requests earlier) {
    EnumMap<Operation, Long> later = new EnumMap<>(Operation.class);
    counts.forEach(
        (operation, count) -> {
          long more = count - earlier.counts().getOrDefault(operation, 0L);
          if (more > 0) {
            later.put(operation, more);
          }
        });
    return new S3Requests(later);
  }

  private static Optional<FileSystem> open(String location, Configuration conf) {
    try {
      return Optional.of(new Path(location).getFileSystem(conf));
    } catch (IOException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static void count(IOStatistics statistics, Map<Operation, Long> counts) {
    Map<String, Long> counters = statistics.counters();
    long others = counters.getOrDefault(TOTAL, 0L);
    for (Map.Entry<Operation, List<String>> operation : COUNTERS.entrySet()) {
      long count =
          operation.getValue().stream().mapToLong(name -> counters.getOrDefault(name, 0L)).sum();
      counts.merge(operation.getKey(), count, Long::sum);
      others -= count;
    }
    counts.merge(Operation.OTHER, Math.max(0, others), Long::sum);
  }
}
