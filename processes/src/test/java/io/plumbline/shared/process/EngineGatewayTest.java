package io.plumbline.shared.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import io.plumbline.inbox.TaskRef;
import io.plumbline.shared.process.Instruction.CompleteTask;
import io.plumbline.shared.process.Instruction.PublishMessage;
import io.plumbline.shared.process.Instruction.ResolveIncident;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@ZeebeProcessTest
@SuppressWarnings("NullAway.Init") // the extension and BeforeEach set the fields
class EngineGatewayTest {
  private ZeebeTestEngine engine;

  private EngineConnection connection;
  private EngineGateway gateway;

  @BeforeEach
  void connect() {
    connection = connectTo(engine.getGatewayAddress());
    gateway = new EngineGateway(connection, JsonMapper.builder().build());
  }

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void shouldTakeRepeatedMessageAsAccepted() {
    var message = new PublishMessage("m", "key", "id", Map.of("n", 1));
    assertThat(gateway.send(message)).isInstanceOf(Answer.Accepted.class);
    assertThat(gateway.send(message)).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void shouldSayThatTaskIsGone() {
    assertThat(gateway.send(new CompleteTask(new TaskRef(1, "f", null), Map.of())))
        .isInstanceOf(Answer.Gone.class);
  }

  @Test
  void shouldSayThatIncidentIsGone() {
    assertThat(gateway.send(new ResolveIncident(1, null))).isInstanceOf(Answer.Gone.class);
    assertThat(gateway.send(new ResolveIncident(1, 2L))).isInstanceOf(Answer.Gone.class);
  }

  @Test
  void shouldDeployTheModelsOfThisBuildAgainAndAgain() {
    var models = Release.ofClassPath().models();
    assertThat(gateway.deploy(models)).isInstanceOf(Answer.Accepted.class);
    assertThat(gateway.deploy(models)).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void shouldSayWhatIsWrongWithAModel() {
    var model = new EngineGateway.Model("broken.bpmn", "no".getBytes(StandardCharsets.UTF_8));
    assertThat(gateway.deploy(List.of(model))).isInstanceOf(Answer.Wrong.class);
  }

  @Test
  void shouldSayThatTheEngineIsAway() {
    try (var nobody = connectTo("127.0.0.1:1")) {
      var answer =
          new EngineGateway(nobody, JsonMapper.builder().build())
              .send(new CompleteTask(new TaskRef(1, "f", null), Map.of()));
      assertThat(answer)
          .isInstanceOfSatisfying(Answer.Later.class, later -> assertThat(later.away()).isTrue());
    }
  }

  private static EngineConnection connectTo(String address) {
    return new EngineConnection(new EngineSettings(address, true, Duration.ofSeconds(5), 1));
  }
}
