package com.sparkify.etl.it.s3;

import static com.sparkify.etl.it.s3.proxy.Operation.COMPLETE_UPLOAD;
import static com.sparkify.etl.it.s3.proxy.Operation.COPY;
import static com.sparkify.etl.it.s3.proxy.Operation.DELETE;
import static com.sparkify.etl.it.s3.proxy.Operation.GET;
import static com.sparkify.etl.it.s3.proxy.Operation.MULTI_DELETE;
import static com.sparkify.etl.it.s3.proxy.Operation.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.s3.proxy.Exchange;
import com.sparkify.etl.it.s3.proxy.Operation;
import com.sparkify.etl.it.s3.proxy.S3Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Journals as they must be, and doctored ones. */
class PublishOrderTest {
  private static final String JOURNAL = "lake/_sparkify/publish.json";
  private static final List<Exchange> GOOD =
      List.of(
          exchange(GET, JOURNAL, 0),
          exchange(PUT, JOURNAL, 1),
          exchange(PUT, "lake/songs/__magic_job-1/part-1.parquet", 2),
          exchange(COMPLETE_UPLOAD, "lake/songs/part-1.parquet", 3),
          exchange(PUT, "lake/users/part-1.parquet", 4),
          exchange(MULTI_DELETE, "lake/songs/__magic_job-1/part-1.parquet", 5),
          exchange(PUT, JOURNAL, 6),
          exchange(DELETE, "lake/songs/part-0.parquet", 7),
          exchange(MULTI_DELETE, "lake/users/part-0.parquet", 8),
          exchange(PUT, "lake/_sparkify/version.json", 9),
          exchange(DELETE, JOURNAL, 10));

  @Test
  void acceptsAPublishInOrder() {
    assertThat(new PublishOrder(GOOD, "lake").violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, the journal",
    "4, 6, a file is added",
    "6, 7, the journal says so",
    "3, 7, the journal",
    "8, 9, a file is deleted",
    "9, 10, the version"
  })
  void noticesTwoStepsThatChangedPlaces(int one, int other, String first) {
    List<Exchange> doctored = new ArrayList<>(GOOD);
    Collections.swap(doctored, one, other);

    assertThat(new PublishOrder(inOrder(doctored), "lake").violations())
        .isNotEmpty()
        .allSatisfy(violation -> assertThat(violation).contains(" is not before "))
        .anySatisfy(violation -> assertThat(violation).startsWith(first));
  }

  @Test
  void noticesADeletionThatDoesNotWaitForTheAnswer() {
    List<Exchange> doctored = new ArrayList<>(GOOD);
    Exchange retiring = doctored.get(6);
    doctored.set(
        6,
        new Exchange(
            retiring.request(), retiring.keys(), 200, retiring.asked(), GOOD.get(7).asked() + 1));

    assertThat(new PublishOrder(doctored, "lake").violations())
        .singleElement()
        .asString()
        .startsWith("the journal says so")
        .contains("a file is deleted ([lake/songs/part-0.parquet])");
  }

  @Test
  void noticesACopyAndAMissingStep() {
    List<Exchange> doctored = new ArrayList<>(GOOD);
    doctored.set(4, exchange(COPY, "lake/users/part-1.parquet", 4));
    doctored.remove(10);

    assertThat(new PublishOrder(doctored, "lake").violations())
        .containsExactly(
            "a copy: [lake/users/part-1.parquet]",
            "the journal is written 2 times and removed 0 times, the version is written 1 times; expected 2, 1 and 1");
  }

  @Test
  void aStepThatWasRefusedIsNone() {
    List<Exchange> doctored = new ArrayList<>(GOOD);
    Exchange journal = doctored.get(1);
    doctored.set(
        1,
        new Exchange(journal.request(), journal.keys(), 403, journal.asked(), journal.answered()));

    assertThat(new PublishOrder(doctored, "lake").violations())
        .singleElement()
        .asString()
        .startsWith("the journal is written 1 times");
  }

  @Test
  void knowsWhatIsWrittenToTables() {
    assertThat(new PublishOrder(GOOD, "lake").writesToTables())
        .containsExactlyElementsOf(
            GOOD.stream()
                .filter(exchange -> !exchange.keys().get(0).contains("_sparkify"))
                .toList());
  }

  private static List<Exchange> inOrder(List<Exchange> exchanges) {
    List<Exchange> ordered = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      ordered.add(exchange(exchange.operation(), exchange.keys().get(0), ordered.size()));
    }
    return ordered;
  }

  private static Exchange exchange(Operation operation, String key, long place) {
    S3Request request = new S3Request(operation, "", "bucket", key, Map.of(), "");
    return new Exchange(request, List.of(key), 200, 2 * place, 2 * place + 1);
  }
}
