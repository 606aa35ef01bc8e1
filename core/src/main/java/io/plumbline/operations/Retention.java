package io.plumbline.operations;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Tenants;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what is no longer needed; for the relay only. Each step is a small transaction of its
 * own, and what one run leaves the next one takes.
 */
@Component
public class Retention {
  private static final int STEP = 500;
  private static final int MOST_STEPS = 200;
  private static final Duration RECORDS = Duration.ofDays(90);

  /** As long as a conversation looks back, see {@code FirmChoice}. */
  private static final Duration TEXTS = Duration.ofHours(12);

  private static final Duration TOLD = Duration.ofDays(400);

  private static final Duration SIGN_IN_FAILURES = Duration.ofDays(1);

  private static final String INSTANCES = "select engine.purge_finished(:before, :step)";

  /** Commands that failed stay: someone has to look at them. */
  private static final String COMMANDS =
      """
      delete from app.engine_command
       where id in (select id from app.engine_command
                     where created_at < :before and state in ('SENT', 'REFUSED') limit :step)
      """;

  /** Long enough to look up what one was told a year ago. */
  private static final String NOTIFICATIONS =
      """
      delete from app.notification
       where id in (select id from app.notification where created_at < :before limit :step)
      """;

  private static final String EXPORT_FAILURES =
      """
      delete from engine.export_failure
       where ctid = any (array(select ctid from engine.export_failure where failed_at < :before limit :step))
      """;

  private static final String FAILED_SIGN_INS =
      """
      delete from directory.sign_in_failure
       where ctid = any (array(select ctid from directory.sign_in_failure where failed_at < :before limit :step))
      """;

  private static final String MESSAGE_TEXTS =
      """
      update directory.inbound_message set body = '', button = null, from_address = '', to_address = ''
       where provider_id in (select provider_id from directory.inbound_message
                              where handled_at < :before and from_address <> ''
                              order by handled_at limit :step)
      """;

  /** Nothing answers a mail any more whose text is gone. */
  private static final String MAIL_HEADS =
      """
      delete from directory.inbound_mail
       where provider_id in (select h.provider_id from directory.inbound_mail h
                               join directory.inbound_message m using (provider_id)
                              where m.handled_at < :before limit :step)
      """;

  /** Providers repeat a message for days at most; until then its id tells the repeat. */
  private static final String MESSAGES =
      """
      delete from directory.inbound_message
       where provider_id in (select provider_id from directory.inbound_message
                              where handled_at < :before order by handled_at limit :step)
      """;

  private static final String ADDRESS_CODES =
      """
      delete from app.address_binding
       where id in (select id from app.address_binding where created_at < :before limit :step)
      """;

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final Callers callers;
  private final RetentionSettings settings;
  private final Clock clock;

  Retention(
      JdbcClient jdbc, Tenants tenants, Callers callers, RetentionSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.callers = callers;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes what has become old, of all tenants. */
  public void apply() {
    purgeInstances();
    change(EXPORT_FAILURES, RECORDS);
    change(FAILED_SIGN_INS, SIGN_IN_FAILURES);
    change(MESSAGE_TEXTS, TEXTS);
    change(MAIL_HEADS, TEXTS);
    change(MESSAGES, RECORDS);
    for (var tenant : tenants.all()) {
      callers.run(
          Caller.system(tenant),
          () -> {
            change(COMMANDS, RECORDS);
            change(NOTIFICATIONS, TOLD);
            change(ADDRESS_CODES, settings.addressCodes());
            forgetConversations();
          });
    }
  }

  private void purgeInstances() {
    repeat(() -> with(INSTANCES, settings.finishedInstances()).query(Integer.class).single());
  }

  private void forgetConversations() {
    var age = settings.conversations();
    repeat(() -> with(OldConversations.RECEIVED_FILES, age).query(Integer.class).single());
    change(OldConversations.RECEIVED_MESSAGES, age);
    repeat(() -> with(OldConversations.SENT_MESSAGES, age).query(Integer.class).single());
    change(OldConversations.SUBJECTS, age);
    change(OldConversations.CONVERSATIONS, age);
  }

  private void change(String sql, Duration age) {
    repeat(() -> with(sql, age).update());
  }

  private static void repeat(IntSupplier step) {
    var steps = 0;
    var full = true;
    while (full && steps++ < MOST_STEPS) {
      full = step.getAsInt() == STEP;
    }
  }

  private JdbcClient.StatementSpec with(String sql, Duration age) {
    return jdbc.sql(sql)
        .param("before", Timestamps.of(clock.instant().minus(age)))
        .param("step", STEP);
  }
}
