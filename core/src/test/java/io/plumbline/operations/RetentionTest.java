package io.plumbline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Role;
import io.plumbline.shared.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class RetentionTest {
  private final Retention retention;
  private final JdbcClient jdbc;
  private final TestTenant tenant;
  private final TestInstances instances;

  RetentionTest(Retention retention, JdbcClient jdbc, TestTenants tenants) {
    this.retention = retention;
    this.jdbc = jdbc;
    this.tenant = tenants.newTenant();
    this.instances = new TestInstances(tenant);
  }

  @Test
  void shouldPurgeInstancesThatEndedLongAgo() {
    var old = instances.start("procurement-approval", "PR-000001", "2024-11-01T08:00:00Z");
    instances.end(old, daysAgo(401));
    var recent = instances.start("procurement-approval", "PR-000002", "2024-11-01T08:00:00Z");
    instances.end(recent, daysAgo(399));
    var running = instances.start("procurement-approval", "PR-000003", "2024-11-01T08:00:00Z");

    retention.apply();

    assertThat(exists("engine.process_instance where key = ?", old)).isFalse();
    assertThat(exists("engine.process_instance where key = ?", recent)).isTrue();
    assertThat(exists("engine.process_instance where key = ?", running)).isTrue();
  }

  @Test
  void shouldRemoveOldCommandsThatCameToTheirEnd() {
    var sent = command("SENT", daysAgo(91));
    var refused = command("REFUSED", daysAgo(91));
    var failed = command("FAILED", daysAgo(91));
    var waiting = command("PENDING", daysAgo(91));
    var recent = command("SENT", daysAgo(89));

    retention.apply();

    assertThat(hasCommand(sent)).isFalse();
    assertThat(hasCommand(refused)).isFalse();
    assertThat(hasCommand(failed)).as("someone has to look at it").isTrue();
    assertThat(hasCommand(waiting)).isTrue();
    assertThat(hasCommand(recent)).isTrue();
  }

  @Test
  void shouldTakeMoreThanOneStep() {
    var count = 1_200;
    for (int i = 0; i < count; i++) {
      command("SENT", daysAgo(91));
    }

    retention.apply();

    assertThat(exists("app.engine_command where state = ?", "SENT")).isFalse();
  }

  @Test
  void shouldBlankHandledMessagesAndKeepTheirIdsForAWhile() {
    var handled = message(daysAgo(1), daysAgo(1));
    var justNow = message(daysAgo(1), Timestamps.of(Instant.now().minus(Duration.ofHours(11))));
    var waiting = message(daysAgo(91), null);
    var old = message(daysAgo(91), daysAgo(91));

    retention.apply();

    var blank = "directory.inbound_message where body || from_address || to_address = ''";
    assertThat(exists(blank + " and provider_id = ?", handled)).isTrue();
    assertThat(exists(blank + " and provider_id = ?", justNow)).isFalse();
    assertThat(exists(blank + " and provider_id = ?", waiting)).isFalse();
    assertThat(exists("directory.inbound_message where provider_id = ?", waiting)).isTrue();
    assertThat(exists("directory.inbound_message where provider_id = ?", old)).isFalse();
  }

  @Test
  void shouldForgetConversationsAYearAfterTheirLastMessage() {
    var ended = conversation(daysAgo(366));
    received(ended, daysAgo(366));
    var told = conversation(daysAgo(366));
    var going = conversation(daysAgo(364));
    var old = received(going, daysAgo(366));
    var recent = received(going, daysAgo(364));

    retention.apply();

    assertThat(exists("app.conversation where id = ?", ended)).isFalse();
    assertThat(exists("app.conversation where id = ?", told)).isFalse();
    assertThat(exists("app.conversation where id = ?", going)).isTrue();
    assertThat(exists("app.received_message where provider_id = ?", old)).isFalse();
    assertThat(exists("app.received_media where provider_id = ?", old)).isFalse();
    assertThat(exists("app.stored_file where name = ?", old)).isFalse();
    assertThat(exists("app.received_message where provider_id = ?", recent)).isTrue();
    assertThat(exists("app.received_media where provider_id = ?", recent)).isTrue();
    assertThat(exists("app.stored_file where name = ?", recent)).isTrue();
  }

  @Test
  void shouldForgetMessagesWhoseEndIsKnown() {
    var delivered = sent("DELIVERED", daysAgo(366));
    var recent = sent("DELIVERED", daysAgo(364));
    var waiting = sent("PENDING", daysAgo(366));
    var failed = sent("FAILED", daysAgo(366));
    var unknown = sent("UNKNOWN", daysAgo(366));
    var settled = sent("UNKNOWN", daysAgo(366));
    settle(settled);

    retention.apply();

    assertThat(hasMessage(delivered)).isFalse();
    assertThat(exists("app.outgoing_message_status where message_id = ?", delivered)).isFalse();
    assertThat(hasMessage(settled)).isFalse();
    assertThat(hasMessage(recent)).isTrue();
    assertThat(hasMessage(waiting)).isTrue();
    assertThat(hasMessage(failed)).as("someone has to look at it").isTrue();
    assertThat(hasMessage(unknown)).isTrue();
  }

  @Test
  void shouldForgetWhatAnotherChannelTookOverBeforeTheMessageThatDid() {
    var notification = UUID.randomUUID();
    var refused = sent("FAILED", daysAgo(367), notification);
    var tookOver = sent("DELIVERED", daysAgo(364), notification);

    retention.apply();

    assertThat(hasMessage(refused)).isFalse();
    assertThat(hasMessage(tookOver)).isTrue();
  }

  @Test
  void shouldForgetWhatWasTalkedAboutWithTheConversation() {
    var old = subject(daysAgo(366));
    var recent = subject(daysAgo(364));

    retention.apply();

    assertThat(exists("app.conversation_subject where subject_id = ?", old)).isFalse();
    assertThat(exists("app.conversation_subject where subject_id = ?", recent)).isTrue();
  }

  @Test
  void shouldForgetAfterAWeekThatCodesWereSent() {
    var person = tenant.person("Petra", Role.REQUESTER).user().value();
    var old = binding(person, daysAgo(8));
    var recent = binding(person, daysAgo(6));

    retention.apply();

    assertThat(exists("app.address_binding where id = ?", old)).isFalse();
    assertThat(exists("app.address_binding where id = ?", recent)).isTrue();
  }

  @Test
  void shouldRemoveOldFailures() {
    var address = UUID.randomUUID().toString();
    signInFailed(address, daysAgo(2));
    var reason = UUID.randomUUID().toString();
    exportFailed(reason, 1, daysAgo(91));
    exportFailed(reason, 2, daysAgo(89));

    retention.apply();

    assertThat(exists("directory.sign_in_failure where remote_address = ?", address)).isFalse();
    assertThat(exists("engine.export_failure where position = 1 and reason = ?", reason)).isFalse();
    assertThat(exists("engine.export_failure where position = 2 and reason = ?", reason)).isTrue();
  }

  @Test
  void shouldRefuseToForgetInstancesTheDayTheyEnd() {
    var day = Duration.ofDays(1);
    assertThatThrownBy(() -> new RetentionSettings(Duration.ofHours(1), day, day))
        .hasMessageContaining("finished-instances must be at least 1d");
    assertThatThrownBy(() -> new RetentionSettings(day, Duration.ofHours(1), day))
        .hasMessageContaining("conversations must be at least 1d");
  }

  private UUID command(String state, OffsetDateTime createdAt) {
    var id = UUID.randomUUID();
    tenant.asSystem(
        () ->
            jdbc.sql(
                    """
                    insert into app.engine_command (id, kind, subject, payload, state, created_at)
                    values (?, 'COMPLETE_TASK', '1', '{}', ?, ?)
                    """)
                .params(id, state, createdAt)
                .update());
    return id;
  }

  private boolean hasCommand(UUID id) {
    return exists("app.engine_command where id = ?", id);
  }

  private String message(OffsetDateTime receivedAt, @Nullable OffsetDateTime handledAt) {
    var id = "SM" + UUID.randomUUID();
    jdbc.sql(
            """
            insert into directory.inbound_message (provider_id, channel, from_address, to_address, body, received_at, handled_at)
            values (:id, 'SMS', '+966500000001', '+14155238886', 'status', :received, cast(:handled as timestamptz))
            """)
        .param("id", id)
        .param("received", receivedAt)
        .param("handled", handledAt)
        .update();
    return id;
  }

  private UUID conversation(OffsetDateTime lastAt) {
    var id = UUID.randomUUID();
    tenant.asSystem(
        () ->
            jdbc.sql(
                    """
                    insert into app.conversation (id, channel, address, last_at)
                    values (?, 'SMS', ?, ?)
                    """)
                .params(id, "+" + id, lastAt)
                .update());
    return id;
  }

  /** A message with a file of the same name. */
  private String received(UUID conversation, OffsetDateTime at) {
    var id = "SM" + UUID.randomUUID();
    var file = UUID.randomUUID();
    tenant.run(
        tenant.system(),
        () -> {
          jdbc.sql(
                  """
                  insert into app.received_message (provider_id, conversation_id, body, media_count, received_at)
                  values (?, ?, 'Gate 3', 1, ?)
                  """)
              .params(id, conversation, at)
              .update();
          jdbc.sql(
                  """
                  insert into app.stored_file (id, name, content_type, content, created_at)
                  values (?, ?, 'text/plain', 'x', ?)
                  """)
              .params(file, id, at)
              .update();
          jdbc.sql(
                  """
                  insert into app.received_media
                    (provider_id, position, channel, address, received_at, state, file_id)
                  values (?, 0, 'SMS', '+1', ?, 'STORED', ?)
                  """)
              .params(id, at, file)
              .update();
        });
    return id;
  }

  private UUID sent(String state, OffsetDateTime at) {
    return sent(state, at, null);
  }

  private UUID sent(String state, OffsetDateTime at, @Nullable UUID notification) {
    var id = UUID.randomUUID();
    tenant.run(
        tenant.system(),
        () -> {
          jdbc.sql(
                  """
                  insert into app.outgoing_message
                    (id, once, channel, address, body, state, created_at, told_at, notification_id)
                  values (:id, :once, 'SMS', '+1', 'Gate 3', :state, :at, :at, :notification)
                  """)
              .param("id", id)
              .param("once", id.toString())
              .param("state", state)
              .param("at", at)
              .param("notification", notification, java.sql.Types.OTHER)
              .update();
          jdbc.sql(
                  "insert into app.outgoing_message_status (message_id, state, at) values (?, ?, ?)")
              .params(id, state, at)
              .update();
        });
    return id;
  }

  private void settle(UUID message) {
    tenant.asSystem(
        () ->
            jdbc.sql("update app.outgoing_message set settled_at = now() where id = ?")
                .param(message)
                .update());
  }

  private boolean hasMessage(UUID id) {
    return exists("app.outgoing_message where id = ?", id);
  }

  private UUID subject(OffsetDateTime until) {
    var id = UUID.randomUUID();
    tenant.asSystem(
        () ->
            jdbc.sql(
                    """
                    insert into app.conversation_subject (subject_id, channel, address, from_at, until_at)
                    values (?, 'SMS', '+1', ?, ?)
                    """)
                .params(id, until, until)
                .update());
    return id;
  }

  private UUID binding(UUID person, OffsetDateTime at) {
    var id = UUID.randomUUID();
    tenant.asSystem(
        () ->
            jdbc.sql(
                    """
                    insert into app.address_binding
                      (id, user_id, channel, address, code_hash, created_at, expires_at)
                    values (?, ?, 'SMS', '+1', 'hash', ?, ?)
                    """)
                .params(id, person, at, at)
                .update());
    return id;
  }

  private void signInFailed(String address, OffsetDateTime at) {
    jdbc.sql("insert into directory.sign_in_failure (remote_address, failed_at) values (?, ?)")
        .params(address, at)
        .update();
  }

  private static void exportFailed(String reason, int position, OffsetDateTime at) {
    TestReadModel.jdbc()
        .sql(
            """
            insert into engine.export_failure (epoch, partition_id, position, value_type, intent, reason, failed_at)
            values (1, 4712, ?, 'JOB', 'CREATED', ?, ?)
            """)
        .params(position, reason, at)
        .update();
  }

  private boolean exists(String from, Object parameter) {
    return tenant.asSystem(
        () ->
            jdbc.sql("select exists (select from " + from + ")")
                .param(parameter)
                .query(Boolean.class)
                .single());
  }

  private static OffsetDateTime daysAgo(int days) {
    return Timestamps.of(Instant.now().minus(Duration.ofDays(days)));
  }
}
