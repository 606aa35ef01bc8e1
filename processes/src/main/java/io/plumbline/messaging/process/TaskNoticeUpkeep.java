package io.plumbline.messaging.process;

import io.plumbline.messaging.TaskNotices;
import io.plumbline.shared.process.TenantUpkeep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells people who want it that a task waits: the read model knows of tasks, and nobody else. */
@Component
class TaskNoticeUpkeep implements TenantUpkeep {
  private final TaskNotices notices;

  TaskNoticeUpkeep(TaskNotices notices) {
    this.notices = notices;
  }

  @Override
  public String name() {
    return "tell-waiting-tasks";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void visit() {
    notices.tellNew();
  }
}
