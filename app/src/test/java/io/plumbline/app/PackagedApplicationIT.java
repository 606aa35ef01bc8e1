package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The jar that people run, alone on the engine and the database. Its class path is another than the
 * one of all other tests, and what only it lacks or has shows nowhere else.
 */
class PackagedApplicationIT {
  private static final String REQUESTS = "/api/v1/purchase-requests";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PlumblineSystem system = PlumblineSystem.shared();

  @BeforeEach
  void leaveTheStageToTheJar() {
    system.stopApplication();
  }

  @AfterEach
  void takeItBack() {
    system.startApplication();
  }

  @Test
  void shouldCarryARequestToItsNextLevel() {
    try (var packaged = system.packaged()) {
      packaged.start();
      assertThat(RestClient.nobody(packaged.url()).get("/login").text()).contains("VAADIN");

      var number = file(RestClient.as(packaged.url(), "requester@acme"));
      var manager = RestClient.as(packaged.url(), "project.manager@acme");
      var first = awaitTask(manager, number);
      var decided =
          manager.post(
              "/api/v1/tasks/" + first.path("key").asString() + "/complete",
              "{\"outcome\": \"approve\"}");
      assertThat(decided.status()).as(decided.text()).isEqualTo(202);

      var procurement = RestClient.as(packaged.url(), "procurement.manager@acme");
      assertThat(awaitTask(procurement, number).path("key")).isNotEqualTo(first.path("key"));
    }
  }

  /** 9,000 SAR: two levels. */
  private static String file(RestClient requester) {
    var filed =
        requester.post(
            REQUESTS,
            """
            {"projectId": "TWR-B", "category": "materials", "currency": "SAR", "neededBy": "%s",
             "lines": [{"item": "%s", "quantity": 1, "unit": "lot", "unitPriceMinor": 900000}]}
            """
                .formatted(
                    LocalDate.now(ZoneId.of("Asia/Riyadh")).plusWeeks(2),
                    PlumblineSystem.unique("cement")));
    assertThat(filed.status()).as(filed.text()).isEqualTo(201);
    return filed.json().path("number").asString();
  }

  private static JsonNode awaitTask(RestClient approver, String number) {
    return await("task on " + number)
        .atMost(PATIENCE)
        .until(
            () ->
                approver.get("/api/v1/tasks?view=groups&q=" + number).json().path("items").path(0),
            JsonNode::isObject);
  }
}
