package io.plumbline.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The current caller: a scope opened on this thread (webhooks, workers, schedulers), else the
 * signed-in session.
 */
@Component
public class Callers {
  private final ThreadLocal<Caller> scope = new ThreadLocal<>();
  private final List<CallerSource> sources;

  public Callers(List<CallerSource> sources) {
    this.sources = sources;
  }

  public Optional<Caller> find() {
    var scoped = scope.get();
    if (scoped != null) {
      return Optional.of(scoped);
    }
    return sources.stream().flatMap(source -> source.find().stream()).findFirst();
  }

  /**
   * The caller.
   *
   * @throws IllegalStateException when nobody is calling: the edge forgot to set it
   */
  public Caller current() {
    return find().orElseThrow(() -> new IllegalStateException("No caller on this thread"));
  }

  public void run(Caller caller, Runnable action) {
    call(
        caller,
        () -> {
          action.run();
          return null;
        });
  }

  @SuppressWarnings("NullAway") // a supplier of null serves run()
  public <T extends @org.jspecify.annotations.Nullable Object> T call(
      Caller caller, Supplier<T> action) {
    var before = scope.get();
    scope.set(caller);
    try {
      return action.get();
    } finally {
      if (before == null) {
        scope.remove();
      } else {
        scope.set(before);
      }
    }
  }
}
