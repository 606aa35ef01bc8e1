package io.plumbline.bench;

import io.plumbline.identity.Channel;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** How soon the phone provider has its answer, with the engine there and with the engine away. */
final class WebhookAnswer implements Figure {
  private static final int PER_SECOND = 50;
  private static final Duration MEASURED = Duration.ofMinutes(1);
  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final int WARM_UP_PER_SECOND = 8;
  private static final String TEXT =
      "Need 200 bags of cement for Tower B by 28/02/2027, about 4500 SAR";
  private static final Duration DRAIN = Duration.ofMinutes(10);

  private final boolean engineAway;

  WebhookAnswer(boolean engineAway) {
    this.engineAway = engineAway;
  }

  @Override
  public String name() {
    return engineAway ? "webhook-away" : "webhook";
  }

  @Override
  public List<Result> measure(BenchSystem system) throws Exception {
    warmUp(system);
    if (!engineAway) {
      return List.of(measure(system, "engine up"));
    }
    system.zeebe().kill();
    try {
      return List.of(measure(system, "engine killed with -9"));
    } finally {
      system.zeebe().start();
    }
  }

  /** Fewer than it is measured with, so that nothing is left of them when that begins. */
  private void warmUp(BenchSystem system) throws SQLException {
    var line = new PhoneLine(system.url());
    Paced.run(WARM_UP_PER_SECOND, WARM_UP, () -> post(line, new Latencies(), new AtomicInteger()));
    drain(system);
  }

  private static void drain(BenchSystem system) throws SQLException {
    var waiting = "select count(*) from directory.inbound_message where handled_at is null";
    var giveUp = System.nanoTime() + DRAIN.toNanos();
    while (system.count(waiting) > 0 && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private Result measure(BenchSystem system, String engine) throws Exception {
    var requests = "select count(*) from app.purchase_request where channel = 'WHATSAPP'";
    var before = system.count(requests);
    var answers = new Latencies();
    var refused = new AtomicInteger();
    var line = new PhoneLine(system.url());
    Paced.run(PER_SECOND, MEASURED, () -> post(line, answers, refused));
    var sent = (long) answers.count();
    var last = System.nanoTime();
    drain(system);
    var filed = system.count(requests) - before;
    return new Result(
        "answer to the webhook, " + engine,
        "p99 <= 100 ms at 50 messages/s, none lost, none doubled",
        String.format(
            Locale.ROOT,
            "%s; %d refused; %d messages became %d requests, the last %.1f s after the last message",
            answers.text(),
            refused.get(),
            sent,
            filed,
            (System.nanoTime() - last) / 1e9),
        answers.percentile(0.99) <= 100 && refused.get() == 0 && filed == sent,
        "%d WhatsApp messages/s for %d s, each a complete purchase request, signed; sender and"
                .formatted(PER_SECOND, MEASURED.toSeconds())
            + " system share the two cores; after %d s of warm-up".formatted(WARM_UP.toSeconds()));
  }

  private static void post(PhoneLine line, Latencies answers, AtomicInteger refused) {
    var start = System.nanoTime();
    if (!line.post(Channel.WHATSAPP, Phones.REQUESTER, PhoneLine.newId(), TEXT)) {
      refused.incrementAndGet();
    }
    answers.addSince(start);
  }
}
