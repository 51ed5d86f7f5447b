package com.sparkify.etl.it.aws;

import static com.sparkify.etl.it.aws.Template.list;
import static com.sparkify.etl.it.aws.Template.map;
import static com.sparkify.etl.it.aws.Template.text;

import com.sparkify.etl.it.aws.Template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a template of this project has to keep to; each rule says what breaks it. */
final class TemplateRules {
  private static final List<String> PRIVATE =
      List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");
  private static final List<String> KEPT = List.of("Retain", "RetainExceptOnCreate");

  private final Template template;
  private final List<String> problems = new ArrayList<>();

  private TemplateRules(Template template) {
    this.template = template;
  }

  /** All problems of {@code template}, each as a sentence that begins with where it is. */
  static List<String> problems(Template template) {
    TemplateRules rules = new TemplateRules(template);
    rules.problems.addAll(References.problems(template));
    rules.problems.addAll(Permissions.problems(template));
    template.resources("AWS::S3::Bucket").forEach(rules::checkBucket);
    template.resources("AWS::RedshiftServerless::Namespace").forEach(rules::checkNamespace);
    template.resources("AWS::RedshiftServerless::Workgroup").forEach(rules::checkWorkgroup);
    template.resources("AWS::EMRServerless::Application").forEach(rules::checkApplication);
    return List.copyOf(rules.problems);
  }

  private void checkBucket(Resource bucket) {
    Map<String, Object> properties = bucket.properties();
    require(bucket, isEncrypted(properties), "is not encrypted");
    Map<String, Object> block = map(properties.get("PublicAccessBlockConfiguration"));
    require(
        bucket,
        PRIVATE.stream().allMatch(setting -> Boolean.TRUE.equals(block.get(setting))),
        "does not block all public access");
    require(
        bucket,
        text(map(properties.get("VersioningConfiguration")).get("Status")).equals("Enabled"),
        "keeps no versions");
    require(
        bucket,
        KEPT.contains(text(bucket.content().get("DeletionPolicy")))
            && KEPT.contains(text(bucket.content().get("UpdateReplacePolicy"))),
        "goes with its data when the stack goes");
    require(bucket, hasTransportPolicy(bucket), "takes requests without TLS");
    list(map(properties.get("LifecycleConfiguration")).get("Rules"))
        .forEach(rule -> checkLifecycle(bucket, map(rule)));
  }

  private static boolean isEncrypted(Map<String, Object> properties) {
    return list(map(properties.get("BucketEncryption")).get("ServerSideEncryptionConfiguration"))
        .stream()
        .map(rule -> map(map(rule).get("ServerSideEncryptionByDefault")).get("SSEAlgorithm"))
        .anyMatch(algorithm -> !text(algorithm).isEmpty());
  }

  private boolean hasTransportPolicy(Resource bucket) {
    return template.resources("AWS::S3::BucketPolicy").stream()
        .map(Resource::properties)
        .filter(policy -> map(policy.get("Bucket")).getOrDefault("Ref", "").equals(bucket.name()))
        .flatMap(policy -> list(map(policy.get("PolicyDocument")).get("Statement")).stream())
        .map(Template::map)
        .anyMatch(
            statement ->
                text(statement.get("Effect")).equals("Deny")
                    && text(statement.get("Condition")).contains("aws:SecureTransport"));
  }

  /** Staged batches are the ledger of incremental runs, so only logs may go by their age. */
  private void checkLifecycle(Resource bucket, Map<String, Object> rule) {
    boolean expires = Stream.of("ExpirationInDays", "ExpirationDate").anyMatch(rule::containsKey);
    require(
        bucket,
        !expires || text(rule.get("Prefix")).equals("logs/"),
        "lets current files expire by the rule '%s'".formatted(rule.get("Id")));
  }

  private void checkNamespace(Resource namespace) {
    Map<String, Object> properties = namespace.properties();
    require(
        namespace,
        properties.containsKey("FinalSnapshotName")
            && properties.containsKey("FinalSnapshotRetentionPeriod"),
        "leaves no final snapshot");
    require(
        namespace,
        Boolean.TRUE.equals(properties.get("ManageAdminPassword"))
            && !properties.containsKey("AdminUserPassword"),
        "has its password in the template");
  }

  private void checkWorkgroup(Resource workgroup) {
    Map<String, Object> properties = workgroup.properties();
    require(
        workgroup,
        Boolean.FALSE.equals(properties.get("PubliclyAccessible")),
        "can be reached from everywhere");
    require(workgroup, properties.containsKey("MaxCapacity"), "has no bound on what it can cost");
  }

  private void checkApplication(Resource application) {
    Map<String, Object> properties = application.properties();
    require(
        application, properties.containsKey("MaximumCapacity"), "has no bound on what it can cost");
    require(
        application,
        Boolean.TRUE.equals(map(properties.get("AutoStopConfiguration")).get("Enabled")),
        "does not stop by itself");
    require(
        application,
        text(map(properties.get("SchedulerConfiguration")).get("MaxConcurrentRuns")).equals("1"),
        "lets two runs write one lake at once");
  }

  private void require(Resource resource, boolean holds, String otherwise) {
    if (!holds) {
      problems.add("%s %s".formatted(resource.name(), otherwise));
    }
  }
}
