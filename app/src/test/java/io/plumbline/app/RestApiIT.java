package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.app.RestClient.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole REST interface over HTTP, against the real engine and database. */
class RestApiIT {
  private static final String REQUESTS = "/api/v1/purchase-requests";

  private final PlumblineSystem system = PlumblineSystem.shared();
  private final RestClient requester = RestClient.as(system, "requester@acme");
  private final RestClient manager = RestClient.as(system, "project.manager@acme");
  private final RestClient operator = RestClient.as(system, "operator@acme");
  private final RestClient stranger = RestClient.as(system, "project.manager@borealis");

  @Test
  void shouldCarryRequestFromFilingToOrder() {
    var filed = requester.post(REQUESTS, request("cement", vendor()));
    assertThat(filed.status()).isEqualTo(201);
    var number = filed.json().path("number").asString();
    assertThat(filed.header("Location")).isEqualTo(REQUESTS + "/" + number);

    var task = "/api/v1/tasks/" + awaitTask(number).path("key").asString();
    assertThat(manager.post(task + "/claim", "").status()).isEqualTo(200);
    assertThat(manager.get(task).json().path("mayRelease").asBoolean()).isTrue();
    assertThat(manager.post(task + "/release", "").status()).isEqualTo(200);
    assertThat(manager.post(task + "/complete", "{\"outcome\": \"approve\"}").status())
        .isEqualTo(202);
    assertThat(manager.post(task + "/complete", "{\"outcome\": \"approve\"}").status())
        .isEqualTo(409);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> requester.get(REQUESTS + "/" + number).json(), RestApiIT::isOrdered);
    var order = requester.get(REQUESTS + "/" + number + "/order.pdf");
    assertThat(order.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(order.text()).startsWith("%PDF");
  }

  @Test
  void shouldFileOnceHoweverOftenAndAtOnce() throws Exception {
    var key = UUID.randomUUID().toString();
    var body = request("gravel", "null");
    Callable<Answer> call = () -> requester.post(REQUESTS, body, key);
    var numbers = new HashSet<String>();
    try (var threads = Executors.newFixedThreadPool(5)) {
      for (var answer : threads.invokeAll(IntStream.range(0, 5).mapToObj(i -> call).toList())) {
        assertThat(answer.get().status()).isEqualTo(201);
        numbers.add(answer.get().json().path("number").asString());
      }
    }
    assertThat(numbers).hasSize(1);
    assertThat(requester.post(REQUESTS, request("sand", "null"), key).status()).isEqualTo(422);
  }

  @Test
  void shouldShowNothingOfAnotherFirm() {
    var number =
        requester.post(REQUESTS, request("steel", "null")).json().path("number").asString();
    var task = awaitTask(number);
    var id = requester.get(REQUESTS + "/" + number).json().path("id").asString();

    var foreign = stranger.get(REQUESTS + "/" + number);
    assertThat(foreign.text()).doesNotContain(id);
    var path = "/api/v1/tasks/" + task.path("key").asString();
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.post(path + "/claim", "").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/complete", "{\"outcome\": \"approve\"}").status())
        .isEqualTo(404);
    assertThat(stranger.get("/api/v1/tasks?q=" + number).text())
        .doesNotContain(task.path("key").asString());
  }

  @Test
  void shouldShowInstancesToOperatorsOnly() {
    var number =
        requester.post(REQUESTS, request("paint", "null")).json().path("number").asString();
    var instance =
        "/api/v1/process-instances/" + awaitTask(number).path("processInstanceKey").asString();

    var seen = operator.get(instance);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.json().path("number").asString()).isEqualTo(number);
    assertThat(seen.text()).contains("\"ApproveRequest\"");
    assertThat(requester.get(instance).status()).isEqualTo(403);
    assertThat(RestClient.as(system, "admin@borealis").get(instance).status()).isEqualTo(404);
  }

  @Test
  void shouldHoldTheRulesOfTheWebInterface() {
    var number =
        requester.post(REQUESTS, request("cable", "null")).json().path("number").asString();
    var task = "/api/v1/tasks/" + awaitTask(number).path("key").asString();

    assertThat(requester.post(task + "/complete", "{\"outcome\": \"approve\"}").status())
        .isEqualTo(403);
    var refused = manager.post(task + "/complete", "{\"outcome\": \"reject\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").path(0).path("field").asString()).isEqualTo("reason");
    var empty = requester.post(REQUESTS, "{}");
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.json().path("errors").size()).isGreaterThan(2);
  }

  @Test
  void shouldAnswerWithProblemsAndNeverWithPages() {
    var nobody = RestClient.nobody(system);
    assertThat(nobody.get("/api/v1/tasks").status()).isEqualTo(401);
    assertThat(nobody.get("/v3/api-docs").text()).contains("\"Plumbline\"");
    for (var answer :
        java.util.List.of(
            nobody.get("/api/v1/tasks"),
            requester.get("/api/v1/nothing"),
            requester.post(REQUESTS, "{"),
            requester.post(REQUESTS, "\"" + "x".repeat(1_100_000) + "\""))) {
      assertThat(answer.status()).isBetween(400, 499);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }
  }

  private JsonNode awaitTask(String number) {
    return await("task on " + number)
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> manager.get("/api/v1/tasks?view=groups&q=" + number).json().path("items").path(0),
            JsonNode::isObject);
  }

  private static boolean isOrdered(JsonNode request) {
    return request.path("status").asString().equals("ordered")
        && request.path("order").path("number").asString("").startsWith("PO-");
  }

  private String vendor() {
    return "\"" + system.as("requester@acme").vendor().id() + "\"";
  }

  private static String request(String item, String vendor) {
    return """
        {"projectId": "TWR-B", "category": "materials", "currency": "SAR", "neededBy": "%s", "vendorId": %s,
         "lines": [{"item": "%s", "quantity": 1, "unit": "lot", "unitPriceMinor": 120000}]}
        """
        .formatted(
            LocalDate.now(ZoneId.of("Asia/Riyadh")).plusWeeks(2),
            vendor,
            PlumblineSystem.unique(item));
  }
}
