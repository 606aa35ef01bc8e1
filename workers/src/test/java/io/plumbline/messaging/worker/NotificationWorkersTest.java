package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.plumbline.identity.Channel;
import io.plumbline.messaging.NotificationFacts;
import io.plumbline.messaging.NotificationFacts.Line;
import io.plumbline.messaging.NotificationFacts.Quiet;
import io.plumbline.messaging.NotificationFacts.Reachability;
import io.plumbline.messaging.NotificationSteps;
import io.plumbline.messaging.NotificationSteps.Sending;
import io.plumbline.messaging.NotificationSteps.Sent;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NotificationWorkersTest {
  private final NotificationSteps steps = mock(NotificationSteps.class);
  private final UUID id = UUID.randomUUID();

  @Test
  void shouldTellTheFactsInTheWordsOfTheTables() {
    var facts =
        new NotificationFacts(
            true,
            new Reachability(
                "2026-11-20T07:00:00Z",
                false,
                new Line(1, true),
                new Line(0, false),
                new Line(2, true),
                "open"),
            new Quiet("10:00:00", null, null, null));
    when(steps.claim(id, 7)).thenReturn(facts);
    var worker = new ClaimNotificationWorker(steps);

    var output = worker.work(new ClaimNotificationWorker.Input(id, 7));

    assertThat(JsonMapper.builder().build().writeValueAsString(output))
        .isEqualTo(
            """
            {"effective":true,"reach":{"at":"2026-11-20T07:00:00Z","urgent":false,"whatsapp":{"place":1,"reachable":true},\
            "sms":{"place":0,"reachable":false},"email":{"place":2,"reachable":true},\
            "window":"open"},"quiet":{"now":"10:00:00","from":null,"until":null,"endsAt":null}}""");
  }

  @Test
  void shouldTellWhatCameOfTheStep() {
    var message = UUID.randomUUID();
    when(steps.send(id, 7, Channel.SMS, true)).thenReturn(new Sent(Sending.QUEUED, message));

    var output =
        new SendNotificationWorker(steps)
            .work(new SendNotificationWorker.Input(id, 7, Channel.SMS, true));

    assertThat(output).isEqualTo(new SendNotificationWorker.Output(Sending.QUEUED, message));
  }
}
