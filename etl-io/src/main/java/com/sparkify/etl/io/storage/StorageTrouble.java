package com.sparkify.etl.io.storage;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a storage did not do what was asked, and what to do about it.
 *
 * <p>The failures of Hadoop's connectors and of the AWS SDK are told apart by their text, since
 * their classes differ between versions, and since what fails on an executor comes as text only.
 *
 * @param reason to follow a colon
 * @param advice a sentence
 */
public record StorageTrouble(String reason, String advice) {
  private static final int DEEPEST = 50;
  private static final int LONGEST_REASON = 300;
  private static final String ADVICE =
      "Check the path, the permissions and the connection, then run again";

  /** What a text that matches stands for; {@code %s} in the reason is the first group. */
  private record Sign(Pattern pattern, String reason, String advice) {
    static Sign of(String pattern, String reason, String advice) {
      return new Sign(Pattern.compile(pattern, Pattern.DOTALL), reason, advice);
    }
  }

  /** The first that matches a failure or one of its causes is taken. */
  private static final List<Sign> SIGNS =
      List.of(
          Sign.of(
              "NoAuthWithAWSException|CredentialInitializationException"
                  + "|Unable to load credentials|Unable to load AWS credentials",
              "the AWS provider chain holds no credentials",
              "Name a profile in AWS_PROFILE, export the AWS_ variables, or run under a role"),
          Sign.of(
              "(?:s3a?|s3n)://([^/'`]+).*(?:NoSuchBucket|UnknownStoreException)",
              "there is no bucket '%s'",
              "Create it, or correct the path"),
          Sign.of(
              "NoSuchBucket|UnknownStoreException|bucket does not exist",
              "there is no such bucket",
              "Create it, or correct the path"),
          Sign.of(
              "(InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|InvalidToken"
                  + "|TokenRefreshRequired)",
              "the server refuses the credentials (%s)",
              "Renew them, or name another profile in AWS_PROFILE"),
          Sign.of(
              "(?:Connect to |UnknownHostException: )([^\\s\\[]+)",
              "the server does not answer (%s)",
              "Check the endpoint, the region and the network"),
          Sign.of(
              "ConnectException|ConnectTimeoutException|SocketTimeoutException|HttpTimeoutException|ApiCallTimeoutException"
                  + "|UnknownHostException|NoRouteToHostException",
              "the server does not answer",
              "Check the endpoint, the region and the network"),
          Sign.of(
              "(?:Status Code: |Error Code: )403|AccessDeniedException|AccessControlException"
                  + "|Permission denied",
              "access is denied",
              "Check the role or profile, and what it may do there"),
          Sign.of(
              "(?:Status Code: |Error Code: )(?:503|429)|AWSServiceThrottledException|SlowDown",
              "the server is too busy",
              "Run again later"),
          Sign.of(
              "(?:Status Code: |Error Code: )5\\d\\d|AWSStatus500Exception",
              "the server has an error of its own",
              "Run again later"),
          Sign.of(
              "XSDB6|Another instance of Derby",
              "another process has the catalog open, and Derby lets in one at a time",
              "Wait until it ends, then run again"),
          Sign.of(
              "Connection reset|NoHttpResponseException|ConnectionClosedException"
                  + "|Broken pipe|Premature end of",
              "the connection to the server was lost",
              "Check the network, then run again"));

  /** What {@code failure} stands for; its own words if they are nothing known. */
  public static StorageTrouble of(Throwable failure) {
    return known(failure).orElseGet(() -> new StorageTrouble(words(failure), ADVICE));
  }

  /** What {@code failure} stands for, if it is something that storages are known for. */
  public static Optional<StorageTrouble> known(Throwable failure) {
    for (Sign sign : SIGNS) {
      int depth = 0;
      for (Throwable cause = failure;
          cause != null && depth < DEEPEST;
          cause = cause.getCause(), depth++) {
        Matcher matcher = sign.pattern().matcher(cause.toString());
        if (matcher.find()) {
          return Optional.of(new StorageTrouble(reason(sign, matcher), sign.advice()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The failure of an attempt.
   *
   * @param attempt to follow "Could not", with the place in quotes
   */
  public static EtlException failure(String attempt, Throwable cause) {
    StorageTrouble trouble = of(cause);
    return new EtlException(
        Kind.STORAGE,
        "Could not %s: %s. %s.".formatted(attempt, trouble.reason(), trouble.advice()),
        cause);
  }

  private static String reason(Sign sign, MatchResult match) {
    return match.groupCount() == 0 ? sign.reason() : sign.reason().formatted(match.group(1));
  }

  private static String words(Throwable failure) {
    String message =
        Optional.ofNullable(failure.getMessage())
            .flatMap(text -> text.lines().findFirst())
            .orElse("");
    String words = "%s: %s".formatted(failure.getClass().getSimpleName(), message);
    return words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) + "..." : words;
  }
}
