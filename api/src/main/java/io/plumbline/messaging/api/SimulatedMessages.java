package io.plumbline.messaging.api;

import io.plumbline.messaging.PhoneSimulator.Button;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the simulated provider carried, in memory: the latest messages of all phones. */
@Component
@Profile("local")
class SimulatedMessages implements AutoCloseable {
  private static final int KEPT = 2_000;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Deque<Carried> carried = new ArrayDeque<>();
  private final List<Consumer<Carried>> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService announcements = Executors.newVirtualThreadPerTaskExecutor();

  SimulatedMessages(Clock clock) {
    this.clock = clock;
  }

  /** Carries a message; {@code phone} is the person's side, {@code ours} the firm's. */
  Carried add(boolean fromPhone, String phone, String ours, String body, List<Button> buttons) {
    var message = new Carried(newSid(), fromPhone, phone, ours, body, clock.instant(), buttons);
    synchronized (carried) {
      carried.addLast(message);
      if (carried.size() > KEPT) {
        carried.removeFirst();
      }
    }
    listeners.forEach(listener -> announcements.execute(() -> listener.accept(message)));
    return message;
  }

  /** Of one phone, oldest first. */
  List<Carried> of(String phone) {
    synchronized (carried) {
      return carried.stream().filter(message -> message.phone().equals(phone)).toList();
    }
  }

  /** The phones that wrote or were written to. */
  Set<String> phones() {
    synchronized (carried) {
      return carried.stream().map(Carried::phone).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  Runnable subscribe(Consumer<Carried> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private String newSid() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return "SM" + HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    announcements.shutdown();
  }

  record Carried(
      String sid,
      boolean fromPhone,
      String phone,
      String ours,
      String body,
      Instant at,
      List<Button> buttons) {}
}
