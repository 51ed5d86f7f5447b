package com.sparkify.etl.it.aws;

import static com.sparkify.etl.it.aws.Template.list;
import static com.sparkify.etl.it.aws.Template.map;
import static com.sparkify.etl.it.aws.Template.text;

import com.sparkify.etl.it.aws.Template.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything that a template names is there: {@code Ref}, {@code GetAtt}, {@code ${X}},
 * conditions and {@code DependsOn}; and whether everything that is there is used.
 */
final class References {
  private static final Set<String> PSEUDO_PARAMETERS =
      Set.of(
          "AWS::AccountId",
          "AWS::NoValue",
          "AWS::NotificationARNs",
          "AWS::Partition",
          "AWS::Region",
          "AWS::StackId",
          "AWS::StackName",
          "AWS::URLSuffix");

  /** What the template reference documents for GetAtt, of the types that are used here. */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "AWS::S3::Bucket",
          Set.of("Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL"),
          "AWS::S3::BucketPolicy",
          Set.of(),
          "AWS::Glue::Database",
          Set.of(),
          "AWS::IAM::Role",
          Set.of("Arn", "RoleId"),
          "AWS::EMRServerless::Application",
          Set.of("ApplicationId", "Arn"),
          "AWS::Scheduler::Schedule",
          Set.of("Arn"),
          "AWS::RedshiftServerless::Namespace",
          Set.of(
              "Namespace.AdminUsername",
              "Namespace.CreationDate",
              "Namespace.DbName",
              "Namespace.DefaultIamRoleArn",
              "Namespace.IamRoles",
              "Namespace.KmsKeyId",
              "Namespace.LogExports",
              "Namespace.NamespaceArn",
              "Namespace.NamespaceId",
              "Namespace.NamespaceName",
              "Namespace.Status"),
          "AWS::RedshiftServerless::Workgroup",
          Set.of(
              "Workgroup.BaseCapacity",
              "Workgroup.CreationDate",
              "Workgroup.Endpoint.Address",
              "Workgroup.Endpoint.Port",
              "Workgroup.EnhancedVpcRouting",
              "Workgroup.MaxCapacity",
              "Workgroup.NamespaceName",
              "Workgroup.PubliclyAccessible",
              "Workgroup.Status",
              "Workgroup.WorkgroupArn",
              "Workgroup.WorkgroupId",
              "Workgroup.WorkgroupName"));

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

  private final Template template;
  private final Set<String> used = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  private References(Template template) {
    this.template = template;
  }

  static List<String> problems(Template template) {
    References references = new References(template);
    references.check();
    return references.problems;
  }

  private void check() {
    template.section("Conditions").forEach((name, value) -> visit(new Place(name, ""), value));
    for (Resource resource : template.resources()) {
      Place place = new Place(resource.name(), resource.condition());
      checkType(resource);
      checkCondition(place, resource.condition());
      list(resource.content().get("DependsOn")).forEach(name -> checkResource(place, text(name)));
      visit(place, resource.properties());
    }
    template.section("Outputs").forEach(this::checkOutput);
    for (String section : List.of("Parameters", "Conditions")) {
      template.section(section).keySet().stream()
          .filter(name -> !used.contains(name))
          .forEach(name -> problems.add("%s is not used".formatted(name)));
    }
  }

  private void checkOutput(String name, Object output) {
    String condition = text(map(output).get("Condition"));
    Place place = new Place("output " + name, condition);
    checkCondition(place, condition);
    visit(place, map(output).get("Value"));
  }

  private void checkType(Resource resource) {
    if (!ATTRIBUTES.containsKey(resource.type())) {
      problems.add("%s has the unknown type %s".formatted(resource.name(), resource.type()));
    }
  }

  /** Where a reference stands, and under which condition; blank for none. */
  private record Place(String name, String condition) {}

  private void visit(Place place, @Nullable Object value) {
    if (value instanceof List<?> elements) {
      elements.forEach(element -> visit(place, element));
      return;
    }
    Map<String, Object> entries = map(value);
    if (entries.size() == 1) {
      visitFunction(place, entries);
    } else {
      entries.values().forEach(element -> visit(place, element));
    }
  }

  private void visitFunction(Place place, Map<String, Object> entries) {
    String function = entries.keySet().iterator().next();
    Object argument = entries.getOrDefault(function, "");
    switch (function) {
      case "Ref" -> checkName(place, text(argument));
      case "Fn::GetAtt" -> checkAttribute(place, list(argument));
      case "Fn::Sub" -> checkText(place, list(argument));
      case "Fn::If" -> {
        checkCondition(place, text(list(argument).get(0)));
        visit(place, argument);
      }
      case "Condition" -> {
        if (argument instanceof String condition) {
          checkCondition(place, condition);
        }
        visit(place, argument);
      }
      default -> visit(place, argument);
    }
  }

  private void checkText(Place place, List<Object> arguments) {
    Map<String, Object> variables = arguments.size() > 1 ? map(arguments.get(1)) : Map.of();
    variables.values().forEach(value -> visit(place, value));
    VARIABLE
        .matcher(text(arguments.get(0)))
        .results()
        .map(variable -> variable.group(1))
        .filter(name -> !variables.containsKey(name))
        .forEach(
            name -> {
              if (name.contains(".")) {
                checkAttribute(place, List.of((Object[]) name.split("\\.", 2)));
              } else {
                checkName(place, name);
              }
            });
  }

  private void checkName(Place place, String name) {
    used.add(name);
    if (!PSEUDO_PARAMETERS.contains(name) && !template.section("Parameters").containsKey(name)) {
      checkResource(place, name);
    }
  }

  private void checkAttribute(Place place, List<Object> path) {
    String name = text(path.get(0));
    String attribute = text(path.get(1));
    checkResource(place, name);
    String type = template.resource(name).type();
    if (ATTRIBUTES.containsKey(type) && !ATTRIBUTES.get(type).contains(attribute)) {
      problems.add(
          "%s names %s.%s, and %s has no such attribute"
              .formatted(place.name(), name, attribute, type));
    }
  }

  private void checkResource(Place place, String name) {
    if (!template.section("Resources").containsKey(name)) {
      problems.add("%s names %s, which is not there".formatted(place.name(), name));
      return;
    }
    String condition = template.resource(name).condition();
    if (!condition.isEmpty() && !condition.equals(place.condition())) {
      problems.add(
          "%s names %s, which is there only if %s".formatted(place.name(), name, condition));
    }
  }

  private void checkCondition(Place place, String name) {
    used.add(name);
    if (!name.isEmpty() && !template.section("Conditions").containsKey(name)) {
      problems.add("%s names the condition %s, which is not there".formatted(place.name(), name));
    }
  }
}
