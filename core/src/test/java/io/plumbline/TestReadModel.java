package io.plumbline;

import io.plumbline.database.EmbeddedDatabase;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what the exporter would, as the exporter's role. */
public final class TestReadModel {
  private static final AtomicLong KEYS = new AtomicLong(2_251_799_813_685_248L);
  private static final JdbcClient JDBC = JdbcClient.create(EmbeddedDatabase.shared().exporter());

  private TestReadModel() {}

  public static JdbcClient jdbc() {
    return JDBC;
  }

  public static long nextKey() {
    return KEYS.incrementAndGet();
  }

  public static TaskBuilder task(TestTenant tenant) {
    return new TaskBuilder(tenant);
  }

  public static void variable(
      long scope, long instance, TestTenant tenant, String name, String json) {
    JDBC.sql(
            """
            insert into engine.variable (scope_key, name, tenant_id, process_instance_key, value, epoch, pos)
            values (?, ?, ?, ?, ?, 1, 1)
            """)
        .params(scope, name, tenant.id().value(), instance, json)
        .update();
  }

  /** The engine ended the task: COMPLETED or CANCELED. */
  public static void end(long taskKey, String state) {
    JDBC.sql("update engine.user_task set state = ?, ended_at = now() where key = ?")
        .params(state, taskKey)
        .update();
    JDBC.sql("delete from engine.user_task_group where task_key = ?").param(taskKey).update();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** The same key names another task, as after a reset of the engine's log. */
  public static void change(long task, UUID subject) {
    JdbcClient.create(EmbeddedDatabase.shared().owner())
        .sql("update engine.user_task set subject_id = :subject where key = :key")
        .param("subject", subject)
        .param("key", task)
        .update();
  }

  /** An open task; by default unclaimed, due never, form {@code test.decide}. */
  public static final class TaskBuilder {
    private final TestTenant tenant;
    private final long key = nextKey();
    private String title = "Approve bags of cement";
    private String formKey = "test.decide";
    private String process = "procurement-approval";
    private String businessKey = "PR-000001";
    private String[] groups = {};
    private UUID assignee;
    private UUID subject;
    private UUID project;
    private UUID requester;
    private Long amount;
    private int priority = 50;
    private Instant due;
    private Instant created = Instant.parse("2026-11-20T08:00:00Z");

    private TaskBuilder(TestTenant tenant) {
      this.tenant = tenant;
    }

    public TaskBuilder title(String value) {
      title = value;
      return this;
    }

    public TaskBuilder form(String value) {
      formKey = value;
      return this;
    }

    public TaskBuilder process(String value) {
      process = value;
      return this;
    }

    public TaskBuilder businessKey(String value) {
      businessKey = value;
      return this;
    }

    public TaskBuilder forGroups(Role... roles) {
      groups = Arrays.stream(roles).map(Role::group).toArray(String[]::new);
      return this;
    }

    public TaskBuilder assignedTo(Caller person) {
      assignee = person.user().value();
      return this;
    }

    public TaskBuilder about(UUID value) {
      subject = value;
      return this;
    }

    public TaskBuilder project(UUID value) {
      project = value;
      return this;
    }

    public TaskBuilder requestedBy(Caller person) {
      requester = person.user().value();
      return this;
    }

    public TaskBuilder amount(long minor) {
      amount = minor;
      return this;
    }

    public TaskBuilder priority(int value) {
      priority = value;
      return this;
    }

    public TaskBuilder due(String instant) {
      due = Instant.parse(instant);
      return this;
    }

    public TaskBuilder created(String instant) {
      created = Instant.parse(instant);
      return this;
    }

    /** Writes it and returns its key; the element instance has the key plus one. */
    public long open() {
      var elementInstance = nextKey();
      JDBC.sql(
              """
              insert into engine.user_task (key, tenant_id, process_instance_key, element_instance_key, bpmn_process_id,
                element_id, form_key, state, title, business_key, subject_id, project_id, requester_id, amount_minor, currency,
                priority, due_at, candidate_groups, created_at, epoch, pos, assignee)
              values (:key, :tenant, :instance, :element, :process, 'ApproveRequest', :form, 'CREATED', :title,
                :businessKey, cast(:subject as uuid), cast(:project as uuid), cast(:requester as uuid), cast(:amount as bigint), case when cast(:amount as bigint) is null then null else 'SAR' end,
                :priority, coalesce(cast(:due as timestamptz), 'infinity'), string_to_array(:groups, ','), :created, 1, 1, cast(:assignee as uuid))
              """)
          .param("key", key)
          .param("tenant", tenant.id().value())
          .param("instance", key - 1)
          .param("element", elementInstance)
          .param("process", process)
          .param("form", formKey)
          .param("title", title)
          .param("businessKey", businessKey)
          .param("subject", subject)
          .param("project", project)
          .param("requester", requester)
          .param("amount", amount)
          .param("priority", priority)
          .param("due", due == null ? null : at(due))
          .param("groups", String.join(",", groups))
          .param("created", at(created))
          .param("assignee", assignee)
          .update();
      for (var group : groups) {
        JDBC.sql(
                """
                insert into engine.user_task_group (task_key, group_id, tenant_id, due_at, created_at, priority, claimed,
                  bpmn_process_id, project_id, amount_minor, requester_id)
                values (:key, :group, :tenant, coalesce(cast(:due as timestamptz), 'infinity'), :created, :priority, :claimed,
                  :process, cast(:project as uuid), cast(:amount as bigint), cast(:requester as uuid))
                """)
            .param("requester", requester)
            .param("key", key)
            .param("group", group)
            .param("tenant", tenant.id().value())
            .param("due", due == null ? null : at(due))
            .param("created", at(created))
            .param("priority", priority)
            .param("claimed", assignee != null)
            .param("process", process)
            .param("project", project)
            .param("amount", amount)
            .update();
      }
      return key;
    }
  }
}
