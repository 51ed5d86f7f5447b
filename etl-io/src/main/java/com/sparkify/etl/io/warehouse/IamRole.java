package com.sparkify.etl.io.warehouse;

import java.util.regex.Pattern;

/**
 * The role with which Redshift reads a bucket.
 *
 * @param arn its ARN, or {@code default} for the default role of the cluster
 */
public record IamRole(String arn) {
  private static final Pattern ARN =
      Pattern.compile("default|arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]+");

  /** The default role of the cluster. */
  public static final IamRole DEFAULT = new IamRole("default");

  public IamRole {
    if (!ARN.matcher(arn).matches()) {
      throw new IllegalArgumentException("'%s' is no ARN of a role".formatted(arn));
    }
  }

  /** To follow {@code COPY ... FROM ...}. */
  String clause() {
    return arn.equals("default") ? "IAM_ROLE default" : "IAM_ROLE '%s'".formatted(arn);
  }
}
