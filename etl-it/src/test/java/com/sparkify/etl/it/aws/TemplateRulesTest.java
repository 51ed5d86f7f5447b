package com.sparkify.etl.it.aws;

import static java.util.regex.Matcher.quoteReplacement;
import static java.util.regex.Pattern.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.error.YAMLException;

/** Each rule for templates sees what breaks it: one place of a good template is changed. */
class TemplateRulesTest {
  private static final String GOOD =
      """
      Parameters:
        Name: {Type: String}
        Plan: {Type: String}
      Conditions:
        Paid: !Equals [!Ref Plan, paid]
      Resources:
        Bucket:
          Type: AWS::S3::Bucket
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}
            PublicAccessBlockConfiguration:
              {BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true}
            VersioningConfiguration: {Status: Enabled}
            LifecycleConfiguration:
              Rules:
                - {Id: old-logs, Prefix: logs/, ExpirationInDays: 30}
        Policy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Bucket
            PolicyDocument:
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: 's3:*'
                  Resource: !Sub '${Bucket.Arn}/*'
                  Condition: {Bool: {'aws:SecureTransport': 'false'}}
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {Service: emr-serverless.amazonaws.com}
                  Action: sts:AssumeRole
                  Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}
            Policies:
              - PolicyDocument:
                  Statement:
                    - !If
                      - Paid
                      - Effect: Allow
                        Action: [s3:GetObject, s3:PutObject]
                        Resource: [!GetAtt Bucket.Arn, !Sub '${Bucket.Arn}/tables/*']
                      - !Ref AWS::NoValue
        Application:
          Type: AWS::EMRServerless::Application
          DependsOn: Role
          Condition: Paid
          Properties:
            Name: !Sub ['${Name}-${Suffix}', {Suffix: !Ref AWS::Region}]
            MaximumCapacity: {Cpu: 4 vCPU, Memory: 16 GB}
            AutoStopConfiguration: {Enabled: true}
            SchedulerConfiguration: {MaxConcurrentRuns: 1}
        Namespace:
          Type: AWS::RedshiftServerless::Namespace
          Properties:
            FinalSnapshotName: last
            FinalSnapshotRetentionPeriod: 30
            ManageAdminPassword: true
        Workgroup:
          Type: AWS::RedshiftServerless::Workgroup
          Properties:
            NamespaceName: !Ref Namespace
            PubliclyAccessible: false
            MaxCapacity: 8
      Outputs:
        ApplicationId:
          Condition: Paid
          Value: !Ref Application
      """;

  @Test
  void findNothingInATemplateThatKeepsToThem() {
    assertThat(TemplateRules.problems(Template.parse(GOOD))).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @MethodSource("mistakes")
  void seeWhatBreaksThem(String good, String bad, String problem) {
    assertThat(GOOD).contains(good);

    Template broken = Template.parse(GOOD.replaceFirst(quote(good), quoteReplacement(bad)));

    assertThat(TemplateRules.problems(broken)).anyMatch(found -> found.contains(problem));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of( // References
        arguments("!Ref Bucket", "!Ref Bukcet", "Policy names Bukcet, which is not there"),
        arguments("!Ref Plan", "!Ref Plane", "Paid names Plane, which is not there"),
        arguments("${Name}", "${Nmae}", "Application names Nmae, which is not there"),
        arguments("Suffix:", "Sufix:", "Application names Suffix, which is not there"),
        arguments("!GetAtt Bucket.Arn", "!GetAtt Pail.Arn", "Role names Pail, which is not there"),
        arguments("!GetAtt Bucket.Arn", "!GetAtt Bucket.ARN", "has no such attribute"),
        arguments("${Bucket.Arn}/tables", "${Bucket.Name}/tables", "has no such attribute"),
        arguments("AWS::Region", "AWS::Regoin", "Application names AWS::Regoin, which is not"),
        arguments("DependsOn: Role", "DependsOn: Rule", "Application names Rule, which is not"),
        arguments("- Paid", "- Payed", "Role names the condition Payed, which is not there"),
        arguments("Condition: Paid", "Condition: Payed", "Application names the condition Payed"),
        arguments("!Equals [!Ref Plan, paid]", "!Not [!Condition Big]", "the condition Big"),
        arguments("Type: AWS::IAM::Role", "Type: AWS::IAM::Rule", "Role has the unknown type"),
        arguments("!Ref Namespace", "!Ref Application", "Application, which is there only if Paid"),
        arguments("${Name}-", "x-", "Name is not used"),
        arguments("!Equals [!Ref Plan, paid]", "!Equals [paid, paid]", "Plan is not used"),
        // Permissions
        arguments("!GetAtt Bucket.Arn,", "'*',", "Role is granted something on *"),
        arguments("!GetAtt Bucket.Arn,", "arn:aws:s3:::*,", "Role is granted something on arn"),
        arguments("'${Bucket.Arn}/tables/*'", "'arn:${AWS::Partition}:s3:::*/t'", "granted some"),
        arguments("s3:PutObject", "s3:*", "Role is granted the actions s3:*"),
        arguments("s3:PutObject", "s3:Put*", "Role is granted the actions s3:Put*"),
        arguments("Action: [", "NotAction: [", "Role is granted all but something"),
        arguments("Resource: [", "Resources: [", "Role is granted something on no resource"),
        arguments("Policies:", "ManagedPolicyArns: [x]\n      Policies:", "not written here"),
        arguments("Service: emr-serverless.amazonaws.com", "AWS: '*'", "by others than a service"),
        arguments("aws:SourceAccount", "aws:PrincipalTag", "can be assumed for another account"),
        // Buckets
        arguments("SSEAlgorithm", "Algorithm", "Bucket is not encrypted"),
        arguments("IgnorePublicAcls: true", "IgnorePublicAcls: false", "block all public access"),
        arguments("Status: Enabled", "Status: Suspended", "Bucket keeps no versions"),
        arguments("DeletionPolicy: Retain", "DeletionPolicy: Delete", "goes with its data"),
        arguments("ReplacePolicy: Retain", "ReplacePolicy: Delete", "goes with its data"),
        arguments("aws:SecureTransport", "aws:username", "takes requests without TLS"),
        arguments("Effect: Deny", "Effect: Allow", "Policy is granted the actions s3:*"),
        arguments("Prefix: logs/", "Prefix: lake/", "current files expire by the rule 'old-logs'"),
        arguments("Prefix: logs/, ", "", "current files expire by the rule 'old-logs'"),
        // Services
        arguments("MaxConcurrentRuns: 1", "MaxConcurrentRuns: 2", "two runs write one lake"),
        arguments("MaximumCapacity:", "Capacity:", "Application has no bound on what it can cost"),
        arguments("Enabled: true", "Enabled: false", "Application does not stop by itself"),
        arguments("FinalSnapshotName: last", "DbName: last", "leaves no final snapshot"),
        arguments("ManageAdminPassword: true", "AdminUserPassword: x", "has its password in the"),
        arguments("Accessible: false", "Accessible: true", "can be reached from everywhere"),
        arguments("MaxCapacity: 8", "BaseCapacity: 8", "has no bound on what it can cost"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Parameters: {Name: {Type: String}, Name: {Type: String}}",
        "Parameters: {Name: &one {Type: String}, Plan: *one}"
      })
  void aKeyThatStandsTwiceAndAnAliasAreRefused(String yaml) {
    assertThatThrownBy(() -> Template.parse(yaml)).isInstanceOf(YAMLException.class);
  }
}
