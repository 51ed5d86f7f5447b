package com.sparkify.etl.io.catalog;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Where a lake is, as engines that know nothing of the working folder have to be told.
 *
 * @param root a URI
 */
public record LakeFolder(String root) {
  private static final Pattern S3 = Pattern.compile("^s3[an]?://");

  /** The lake at {@code path}, which is relative to the working folder if it has no scheme. */
  public static LakeFolder at(String path, Configuration conf) {
    Path folder = new Path(path);
    if (folder.toUri().getScheme() != null) {
      return new LakeFolder(folder.toString());
    }
    try {
      return new LakeFolder(folder.getFileSystem(conf).makeQualified(folder).toString());
    } catch (IOException e) {
      throw StorageTrouble.failure("find out where the lake '%s' is".formatted(path), e);
    }
  }

  /** The folder of {@code table}. */
  public String of(Table table) {
    return root + "/" + table.name();
  }

  /**
   * The same place by the scheme that Amazon's services use.
   *
   * @throws EtlException of kind CONFIG if the lake is not on S3
   */
  LakeFolder asAmazonSays() {
    if (!S3.matcher(root).find()) {
      throw new EtlException(
          Kind.CONFIG,
          ("The path '%s' is not on S3, and Athena and Redshift read nothing else. Give the place"
                  + " that they are to read, for example --lake s3a://bucket/lake.")
              .formatted(root));
    }
    return new LakeFolder(S3.matcher(root).replaceFirst("s3://"));
  }

  /**
   * {@code path} by the scheme that Amazon's services use.
   *
   * @throws EtlException of kind CONFIG if it is not on S3
   */
  public static String onAmazon(String path) {
    return new LakeFolder(path).asAmazonSays().root();
  }

  /** Whether two URIs name one folder: the schemes of S3 are one, and a slash at the end none. */
  static boolean isSame(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String uri) {
    return S3.matcher(uri)
        .replaceFirst("s3://")
        .replaceFirst("^file:/+", "file:/")
        .replaceFirst("/+$", "");
  }
}
