package io.plumbline.messaging.api;

import io.plumbline.messaging.PhoneSimulator.Button;
import io.plumbline.messaging.PhoneSimulator.Enclosed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the simulated provider carried, in memory: the latest messages of all phones. */
@Component
@Profile("local")
class SimulatedMessages implements AutoCloseable {
  private static final int KEPT = 2_000;
  private static final long KEPT_FILES = 64L * 1024 * 1024;

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
    return add(
        new Carried(newId("SM"), fromPhone, phone, ours, body, clock.instant(), buttons, null));
  }

  /** Carries a message of the phone with a file. */
  Carried add(String phone, String ours, String body, Enclosed file) {
    var media = new Media(newId("ME"), newId(""), file);
    return add(
        new Carried(newId("SM"), true, phone, ours, body, clock.instant(), List.of(), media));
  }

  private Carried add(Carried message) {
    synchronized (carried) {
      carried.addLast(message);
      if (carried.size() > KEPT) {
        carried.removeFirst();
      }
      forgetFiles();
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

  /** A file that is still kept, by its message and its own id. */
  Optional<Media> media(String message, String id) {
    return media(one -> one.sid().equals(message), media -> media.id().equals(id));
  }

  /** A file by the secret part of the address it is handed out at. */
  Optional<Media> media(String token) {
    return media(one -> true, media -> media.token().equals(token));
  }

  private Optional<Media> media(Predicate<Carried> message, Predicate<Media> media) {
    synchronized (carried) {
      return carried.stream()
          .filter(message)
          .flatMap(one -> Stream.ofNullable(one.media()))
          .filter(media)
          .findFirst();
    }
  }

  /** The oldest first, as long as together they are too large. */
  private void forgetFiles() {
    var kept = carried.stream().mapToLong(Carried::fileSize).sum();
    for (var i = carried.iterator(); kept > KEPT_FILES && i.hasNext(); ) {
      var message = i.next();
      if (message.fileSize() > 0) {
        kept -= message.fileSize();
        i.remove();
      }
    }
  }

  Runnable subscribe(Consumer<Carried> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private String newId(String kind) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return kind + HexFormat.of().formatHex(bytes);
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
      List<Button> buttons,
      @Nullable Media media) {
    long fileSize() {
      return media == null ? 0 : media.file().content().length;
    }
  }

  /** A file of a message; whoever knows the token may have it. */
  record Media(String id, String token, Enclosed file) {}
}
