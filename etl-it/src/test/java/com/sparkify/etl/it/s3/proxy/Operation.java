package com.sparkify.etl.it.s3.proxy;

import java.util.Map;

/** What a request asks S3 to do, as far as the tests tell it apart. */
public enum Operation {
  GET,
  HEAD,
  PUT,
  COPY,
  DELETE,
  CREATE_UPLOAD,
  UPLOAD_PART,
  COMPLETE_UPLOAD,
  ABORT_UPLOAD,
  LIST_PARTS,
  LIST,
  LIST_UPLOADS,
  MULTI_DELETE,
  HEAD_BUCKET,
  CREATE_BUCKET,
  DELETE_BUCKET,
  LIST_BUCKETS,
  /** Tags, access lists, settings of a bucket, and what is no S3 at all. */
  OTHER;

  /** Whether it changes what is stored. */
  public boolean writes() {
    return switch (this) {
      case PUT,
          COPY,
          DELETE,
          CREATE_UPLOAD,
          UPLOAD_PART,
          COMPLETE_UPLOAD,
          ABORT_UPLOAD,
          MULTI_DELETE,
          CREATE_BUCKET,
          DELETE_BUCKET ->
          true;
      case GET, HEAD, LIST_PARTS, LIST, LIST_UPLOADS, HEAD_BUCKET, LIST_BUCKETS, OTHER -> false;
    };
  }

  /**
   * @param query the parameters of the URI by name; one without a value has ""
   * @param copies whether the request names another object to copy from
   */
  static Operation of(
      String method, String bucket, String key, Map<String, String> query, boolean copies) {
    if (bucket.isEmpty()) {
      return method.equals("GET") ? LIST_BUCKETS : OTHER;
    }
    return key.isEmpty() ? ofBucket(method, query) : ofObject(method, query, copies);
  }

  private static Operation ofBucket(String method, Map<String, String> query) {
    return switch (method) {
      case "HEAD" -> HEAD_BUCKET;
      case "PUT" -> query.isEmpty() ? CREATE_BUCKET : OTHER;
      case "DELETE" -> query.isEmpty() ? DELETE_BUCKET : OTHER;
      case "POST" -> query.containsKey("delete") ? MULTI_DELETE : OTHER;
      case "GET" -> ofGet(query);
      default -> OTHER;
    };
  }

  private static Operation ofGet(Map<String, String> query) {
    if (query.containsKey("uploads")) {
      return LIST_UPLOADS;
    }
    return query.isEmpty() || query.containsKey("list-type") || query.containsKey("prefix")
        ? LIST
        : OTHER;
  }

  private static Operation ofObject(String method, Map<String, String> query, boolean copies) {
    boolean upload = query.containsKey("uploadId");
    if (query.containsKey("tagging") || query.containsKey("acl")) {
      return OTHER;
    }
    return switch (method) {
      case "GET" -> upload ? LIST_PARTS : GET;
      case "HEAD" -> HEAD;
      case "PUT" -> copies ? COPY : upload ? UPLOAD_PART : PUT;
      case "POST" ->
          upload ? COMPLETE_UPLOAD : query.containsKey("uploads") ? CREATE_UPLOAD : OTHER;
      case "DELETE" -> upload ? ABORT_UPLOAD : DELETE;
      default -> OTHER;
    };
  }
}
