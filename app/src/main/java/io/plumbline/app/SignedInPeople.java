package io.plumbline.app;

import io.plumbline.identity.Accounts;
import io.plumbline.identity.Caller;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The people in sessions as they are today, at most a few seconds old: changed roles count at once,
 * a stopped account ends its sessions. Read ahead by a thread of its own, because whoever asks may
 * be taking a connection.
 */
@Component
class SignedInPeople implements HttpSessionListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SignedInPeople.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Map<Caller, Standing> people = new ConcurrentHashMap<>();
  private final Function<Caller, Optional<Caller>> today;
  private final ScheduledExecutorService reader =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("signed-in-people").factory());

  @Autowired
  SignedInPeople(ObjectProvider<Accounts> accounts) { // which need to know the caller themselves
    this(known -> accounts.getObject().findAgain(known));
    reader.scheduleWithFixedDelay(
        this::read, FRESH.toMillis(), FRESH.toMillis(), TimeUnit.MILLISECONDS);
  }

  SignedInPeople(Function<Caller, Optional<Caller>> today) {
    this.today = today;
  }

  /** From now on the session ends with the person's account. */
  void enter(Caller signedIn, HttpSession session) {
    people.computeIfAbsent(signedIn, Standing::new).sessions.add(session);
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    people.values().forEach(standing -> standing.sessions.remove(event.getSession()));
    people.values().removeIf(Standing::isOver);
  }

  /** Empty when the account was stopped. */
  Optional<Caller> today(Caller signedIn) {
    var known = people.get(signedIn);
    return known == null ? Optional.of(signedIn) : known.caller;
  }

  /** Keeps what it knows while the database is away. */
  void read() {
    try {
      people.forEach((signedIn, standing) -> standing.becomes(today.apply(signedIn)));
    } catch (DataAccessException e) {
      LOG.warn("Cannot read who may still be signed in: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }

  private static final class Standing {
    private final Set<HttpSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile Optional<Caller> caller;

    Standing(Caller signedIn) {
      this.caller = Optional.of(signedIn);
    }

    void becomes(Optional<Caller> today) {
      caller = today;
      if (today.isEmpty()) {
        sessions.forEach(Standing::end);
      }
    }

    /** A stopped account stays in mind: a request of its last session may still run. */
    boolean isOver() {
      return sessions.isEmpty() && caller.isPresent();
    }

    private static void end(HttpSession session) {
      try {
        session.invalidate();
      } catch (IllegalStateException e) {
        LOG.debug("The session had ended already", e);
      }
    }
  }
}
