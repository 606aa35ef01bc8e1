package io.plumbline.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** All kinds of notices there are. */
@Component
public class NoticeKinds {
  /** A task waits for whoever takes it first. */
  public static final NoticeKind TASK_WAITING =
      new NoticeKind("task.waiting", NoticeKind.Usual.NOTHING);

  private final Map<String, NoticeKind> kinds;

  NoticeKinds(List<NoticeKind> kinds) {
    this.kinds = kinds.stream().collect(Collectors.toMap(NoticeKind::id, Function.identity()));
  }

  /** By id. */
  public List<NoticeKind> all() {
    return kinds.values().stream().sorted(Comparator.comparing(NoticeKind::id)).toList();
  }

  public Optional<NoticeKind> find(String id) {
    return Optional.ofNullable(kinds.get(id));
  }

  /** The seam to people's tasks, which belong to no single feature. */
  @Component
  static class TaskKinds {
    @Bean
    NoticeKind taskWaiting() {
      return TASK_WAITING;
    }
  }
}
