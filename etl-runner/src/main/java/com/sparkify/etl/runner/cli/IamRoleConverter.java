package com.sparkify.etl.runner.cli;

import com.sparkify.etl.io.warehouse.IamRole;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the ARN of a role. */
final class IamRoleConverter implements ITypeConverter<IamRole> {
  @Override
  public IamRole convert(String text) {
    try {
      return new IamRole(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'%s' is no role; expected its ARN, for example arn:aws:iam::123456789012:role/redshift"
              .formatted(text));
    }
  }
}
