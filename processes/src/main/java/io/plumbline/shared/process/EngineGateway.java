package io.plumbline.shared.process;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.FinalCommandStep;
import io.grpc.Status;
import io.plumbline.shared.process.Instruction.CompleteTask;
import io.plumbline.shared.process.Instruction.PublishMessage;
import io.plumbline.shared.process.Instruction.ResolveIncident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the engine and turns what it says into {@link Answer}s; knows no database. */
@Component
@OnNodeRole(NodeRole.RELAY)
@SuppressWarnings("deprecation") // see EngineConnection
class EngineGateway {
  /**
   * The engine refuses a repeated message only while the first one's time to live runs. A repeat
   * happens when the answer was lost, so at most as late as a node can be away between sending and
   * noting the answer: a week covers a long weekend's outage. Later repeats start a second instance
   * that ends itself at its first step (claim request).
   */
  static final Duration MESSAGE_TTL = Duration.ofDays(7);

  private static final int RETRIES_AFTER_INCIDENT = 3;

  private final ZeebeClient client;
  private final JsonMapper json;

  EngineGateway(EngineConnection connection, JsonMapper json) {
    this.client = connection.client();
    this.json = json;
  }

  Answer send(Instruction instruction) {
    return switch (instruction) {
      case PublishMessage message -> publish(message);
      case CompleteTask task -> complete(task);
      case ResolveIncident incident -> resolve(incident);
    };
  }

  /**
   * Deploys models in one step; unchanged ones are recognised by the engine and stay as they are.
   */
  Answer deploy(List<Model> models) {
    var first = models.getFirst();
    var command = client.newDeployResourceCommand().addResourceBytes(first.content(), first.name());
    for (var model : models.subList(1, models.size())) {
      command = command.addResourceBytes(model.content(), model.name());
    }
    return attempt(command.requestTimeout(Duration.ofSeconds(10)));
  }

  private Answer publish(PublishMessage message) {
    return attempt(
        client
            .newPublishMessageCommand()
            .messageName(message.name())
            .correlationKey(message.correlationKey())
            .messageId(message.messageId())
            .timeToLive(Objects.requireNonNullElse(message.timeToLive(), MESSAGE_TTL))
            .variables(text(message.variables())));
  }

  private Answer complete(CompleteTask task) {
    return attempt(client.newCompleteCommand(task.task().key()).variables(text(task.variables())));
  }

  private Answer resolve(ResolveIncident incident) {
    var retries =
        Optional.ofNullable(incident.jobKey())
            .map(
                job -> attempt(client.newUpdateRetriesCommand(job).retries(RETRIES_AFTER_INCIDENT)))
            .orElseGet(Answer.Accepted::new);
    return retries instanceof Answer.Accepted
        ? attempt(client.newResolveIncidentCommand(incident.incidentKey()))
        : retries;
  }

  private static Answer attempt(FinalCommandStep<?> command) {
    try {
      command.send().join();
      return new Answer.Accepted();
    } catch (ClientStatusException e) {
      return answer(e.getStatus());
    } catch (ClientException e) {
      return new Answer.Later(String.valueOf(e.getMessage()), true);
    }
  }

  private static Answer answer(Status status) {
    var reason = status.getCode() + ": " + status.getDescription();
    return switch (status.getCode()) {
      case ALREADY_EXISTS -> new Answer.Accepted();
      case NOT_FOUND -> new Answer.Gone(reason);
      case INVALID_ARGUMENT, OUT_OF_RANGE -> new Answer.Wrong(reason);
      case UNAVAILABLE -> new Answer.Later(reason, true);
      default -> new Answer.Later(reason, false);
    };
  }

  private String text(Map<String, Object> variables) {
    return json.writeValueAsString(variables);
  }

  /** A BPMN or DMN file. */
  record Model(String name, byte[] content) {}
}
