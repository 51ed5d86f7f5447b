package com.sparkify.etl.it.s3.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a client asks of a server that names the bucket in the path.
 *
 * @param bucket empty if the request is for none
 * @param key empty if the request is for the whole bucket
 * @param query the parameters by name; one without a value has ""
 * @param accessKeyId who asks; empty if the request is not signed
 */
public record S3Request(
    Operation operation,
    String method,
    String bucket,
    String key,
    Map<String, String> query,
    String accessKeyId) {

  public S3Request {
    query = Map.copyOf(query);
  }

  static S3Request of(Head head) {
    String[] line = head.firstLine().split(" ", 3);
    URI target = URI.create(line[1]);
    String[] path = target.getPath().split("/", 3);
    String bucket = path.length > 1 ? path[1] : "";
    String key = path.length > 2 ? path[2] : "";
    Map<String, String> query = parameters(Objects.requireNonNullElse(target.getRawQuery(), ""));
    boolean copies = head.header("x-amz-copy-source").isPresent();
    return new S3Request(
        Operation.of(line[0], bucket, key, query, copies),
        line[0],
        bucket,
        key,
        query,
        accessKeyId(head));
  }

  /** The key, if the request is about one object. */
  List<String> keys() {
    return key.isEmpty() ? List.of() : List.of(key);
  }

  private static String accessKeyId(Head head) {
    String signed = head.header("authorization").orElse("");
    int from = signed.indexOf("Credential=");
    return from < 0 ? "" : signed.substring(from + "Credential=".length()).split("/", 2)[0];
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query.isEmpty()) {
      return parameters;
    }
    for (String parameter : query.split("&", -1)) {
      String[] named = parameter.split("=", 2);
      parameters.put(decoded(named[0]), named.length > 1 ? decoded(named[1]) : "");
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
