package com.sparkify.etl.it.aws;

import static com.sparkify.etl.it.aws.Template.list;
import static com.sparkify.etl.it.aws.Template.map;
import static com.sparkify.etl.it.aws.Template.text;

import com.sparkify.etl.it.aws.Template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a template permits is the least: every statement names its actions one by one, and
 * resources of this stack. A statement that denies may name everything.
 */
final class Permissions {
  /** Services that are documented to say for which account they act. */
  private static final Set<String> SAY_THE_ACCOUNT =
      Set.of("emr-serverless.amazonaws.com", "scheduler.amazonaws.com");

  private final List<String> problems = new ArrayList<>();

  private Permissions() {}

  static List<String> problems(Template template) {
    Permissions permissions = new Permissions();
    template.resources("AWS::IAM::Role").forEach(permissions::checkRole);
    template
        .resources("AWS::S3::BucketPolicy")
        .forEach(
            policy ->
                statements(policy.properties().get("PolicyDocument"))
                    .forEach(statement -> permissions.checkGrant(policy, statement)));
    return permissions.problems;
  }

  private void checkRole(Resource role) {
    if (role.properties().containsKey("ManagedPolicyArns")) {
      problems.add("%s has policies that are not written here".formatted(role.name()));
    }
    statements(role.properties().get("AssumeRolePolicyDocument"))
        .forEach(statement -> checkTrust(role, statement));
    list(role.properties().get("Policies")).stream()
        .flatMap(policy -> statements(map(policy).get("PolicyDocument")))
        .forEach(statement -> checkGrant(role, statement));
  }

  private void checkTrust(Resource role, Map<String, Object> statement) {
    List<Object> services = list(map(statement.get("Principal")).get("Service"));
    if (services.isEmpty() || map(statement.get("Principal")).size() > 1) {
      problems.add("%s can be assumed by others than a service".formatted(role.name()));
    }
    boolean oneAccount = text(statement.get("Condition")).contains("aws:SourceAccount");
    if (!oneAccount && services.stream().anyMatch(SAY_THE_ACCOUNT::contains)) {
      problems.add("%s can be assumed for another account".formatted(role.name()));
    }
  }

  private void checkGrant(Resource holder, Map<String, Object> statement) {
    if (text(statement.get("Effect")).equals("Deny")) {
      return;
    }
    if (statement.containsKey("NotAction") || statement.containsKey("NotResource")) {
      problems.add("%s is granted all but something".formatted(holder.name()));
    }
    for (Object action : list(statement.get("Action"))) {
      if (text(action).contains("*")) {
        problems.add("%s is granted the actions %s".formatted(holder.name(), action));
      }
    }
    List<Object> resources = list(statement.get("Resource"));
    if (resources.isEmpty()) {
      problems.add("%s is granted something on no resource".formatted(holder.name()));
    }
    for (Object resource : resources) {
      if (!isSpecific(written(resource))) {
        problems.add("%s is granted something on %s".formatted(holder.name(), written(resource)));
      }
    }
  }

  /** What is before the first asterisk names something of this stack, not only of this account. */
  private static boolean isSpecific(String resource) {
    int asterisk = resource.indexOf('*');
    return asterisk < 0
        ? !resource.isBlank()
        : resource.substring(0, asterisk).replaceAll("\\$\\{AWS::[A-Za-z]+}", "").contains("${");
  }

  /** A reference as {@code ${X}}, and text as it is. */
  private static String written(Object resource) {
    Map<String, Object> function = map(resource);
    if (function.containsKey("Ref")) {
      return "${%s}".formatted(function.get("Ref"));
    }
    if (function.containsKey("Fn::GetAtt")) {
      List<Object> path = list(function.get("Fn::GetAtt"));
      return "${%s.%s}".formatted(path.get(0), path.get(1));
    }
    if (function.containsKey("Fn::Sub")) {
      return text(list(function.get("Fn::Sub")).get(0));
    }
    return text(resource);
  }

  /** All statements, also those that are there on a condition. */
  private static Stream<Map<String, Object>> statements(@Nullable Object document) {
    return list(map(document).get("Statement")).stream().flatMap(Permissions::alternatives);
  }

  private static Stream<Map<String, Object>> alternatives(Object statement) {
    Map<String, Object> entries = map(statement);
    if (entries.containsKey("Fn::If")) {
      return list(entries.get("Fn::If")).stream().skip(1).flatMap(Permissions::alternatives);
    }
    return entries.containsKey("Effect") ? Stream.of(entries) : Stream.of();
  }
}
