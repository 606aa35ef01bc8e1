package io.plumbline.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.inbox.TaskDrafts;
import io.plumbline.shared.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class DraftsTest {
  private static final String PLACE = "new-request";
  private final Drafts drafts;
  private final Inbox inbox;
  private final JdbcClient jdbc;
  private final TestTenants tenants;
  private final TestTenant tenant;
  private final Caller me;

  DraftsTest(Drafts drafts, Inbox inbox, JdbcClient jdbc, TestTenants tenants) {
    this.drafts = drafts;
    this.inbox = inbox;
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.me = tenant.person("Me", Role.PROJECT_MANAGER);
  }

  @Test
  void shouldKeepTheLatestTextsOfAPlace() {
    keep(Map.of("note", "first", "item", "cement"));
    keep(Map.of("note", "second \"quoted\" <b>", "empty", ""));
    tenant.run(me, () -> drafts.keep(PLACE, "unit", "bags"));

    assertThat(find(me)).isEqualTo(Map.of("note", "second \"quoted\" <b>", "unit", "bags"));
  }

  @Test
  void shouldForgetWhatIsEmptiedOrDiscarded() {
    keep(Map.of("note", "x"));
    keep(Map.of("note", ""));
    assertThat(find(me)).isEmpty();

    keep(Map.of("note", "x"));
    tenant.run(me, () -> drafts.discard(PLACE));
    assertThat(find(me)).isEmpty();
  }

  @Test
  void shouldShowDraftsToNobodyElse() {
    keep(Map.of("note", "x"));

    assertThat(find(tenant.person("Other"))).isEmpty();
    assertThat(find(tenants.newTenant().person("Stranger"))).isEmpty();
  }

  @Test
  void shouldKeepTheFormerDraftWhenTheNewOneIsTooLong() {
    keep(Map.of("note", "x"));

    assertThatThrownBy(() -> keep(Map.of("note", "x".repeat(100_001))))
        .isInstanceOf(InvalidInput.class);
    assertThat(find(me)).isEqualTo(Map.of("note", "x"));
    keep(Map.of("note", "a\0b"));
    assertThat(find(me)).isEqualTo(Map.of("note", "ab"));
  }

  @Test
  void shouldEndWithTheTask() {
    var key = TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).open();
    var task = tenant.as(me, () -> inbox.find(key)).row().ref();
    var colleague = tenant.person("Colleague", Role.PROJECT_MANAGER);
    tenant.run(me, () -> drafts.keep(TaskDrafts.place(task), "reason", "too dear"));
    tenant.run(colleague, () -> drafts.keep(TaskDrafts.place(task), "reason", "too late"));

    tenant.run(me, () -> inbox.complete(key, TaskDecision.of("approve")));

    assertThat(tenant.as(me, () -> drafts.find(TaskDrafts.place(task)))).isEmpty();
    assertThat(tenant.as(colleague, () -> drafts.find(TaskDrafts.place(task)))).isEmpty();
  }

  @Test
  void shouldForgetWhatNobodyCameBackTo() {
    keep(Map.of("note", "x"));
    tenant.run(me, drafts::forgetOld);
    assertThat(find(me)).isNotEmpty();

    tenant.run(me, () -> jdbc.sql("update app.draft set updated_at = '2020-01-01'").update());
    tenant.run(me, drafts::forgetOld);

    assertThat(find(me)).isEmpty();
  }

  private void keep(Map<String, String> texts) {
    tenant.run(me, () -> drafts.keep(PLACE, texts));
  }

  private Map<String, String> find(Caller who) {
    return tenant.as(who, () -> drafts.find(PLACE));
  }
}
