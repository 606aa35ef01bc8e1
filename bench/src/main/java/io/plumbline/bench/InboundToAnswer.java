package io.plumbline.bench;

import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Members;
import io.plumbline.identity.Role;
import io.plumbline.project.Projects;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** How soon a person who writes has the answer on the way: at the provider, accepted by it. */
final class InboundToAnswer implements Figure {
  private static final int PHONES = 60;
  private static final int PER_SECOND = 5;
  private static final Duration GIVE_UP = Duration.ofMinutes(1);

  /** What each phone writes, one after the other: all kinds of answer there are. */
  private static final List<String> DIALOGUE =
      List.of(
          "Need 200 bags of cement for Tower B by 28/02/2027, about 4500 SAR",
          "Need 40 buckets of white paint for Tower B",
          "by 28/02/2027, about 900 SAR",
          "status PR-000001",
          "help");

  @Override
  public String name() {
    return "inbound";
  }

  @Override
  public List<Result> measure(BenchSystem system) throws Exception {
    var phones = phones(system);
    answers(system, talk(system, phones, Duration.ofMinutes(1)));
    var posted = talk(system, phones, Duration.ofMinutes(1));
    var answers = answers(system, posted);
    var times = new Latencies();
    answers.forEach((id, at) -> times.add(Duration.between(posted.get(id), at)));
    return List.of(
        new Result(
            "inbound message to the answer accepted by the provider",
            "p95 <= 1 s",
            String.format(
                Locale.ROOT,
                "%s; %d of %d answered",
                times.text(),
                answers.size(),
                PER_SECOND * 60),
            times.percentile(0.95) <= 1000 && answers.size() == PER_SECOND * 60,
            "%d SMS/s for a minute from %d phones, each a request, half a request, the missing half, a status and \"help\"; after a minute of the same as warm-up"
                .formatted(PER_SECOND, PHONES)));
  }

  private static List<String> phones(BenchSystem system) {
    var admin = system.person("admin@acme");
    return system.as(
        admin,
        () -> {
          var projects = system.bean(Projects.class);
          var tower = projects.findByCode("TWR-B").orElseThrow().id();
          var phones = new ArrayList<String>();
          for (int i = 0; i < PHONES; i++) {
            var number = "+96656%07d".formatted(i);
            var person =
                system.bean(Members.class).add("Site engineer " + i, null, Set.of(Role.REQUESTER));
            system.bean(ChannelAddresses.class).bind(Channel.SMS, number, person);
            projects.assign(tower, person);
            phones.add(number);
          }
          return phones;
        });
  }

  /** When each message was posted, by its id; refused ones are not in it. */
  private static Map<String, Instant> talk(BenchSystem system, List<String> phones, Duration time) {
    var line = new PhoneLine(system.url());
    var next = new AtomicInteger();
    var posted = new ConcurrentHashMap<String, Instant>();
    Paced.run(
        PER_SECOND,
        time,
        () -> {
          var at = next.getAndIncrement();
          var text = DIALOGUE.get(at / PHONES % DIALOGUE.size());
          var id = PhoneLine.newId();
          var start = Instant.now();
          if (line.post(Channel.SMS, phones.get(at % PHONES), id, text)) {
            posted.put(id, start);
          }
        });
    return posted;
  }

  /** When the provider had accepted the answer to each message. */
  private static Map<String, Instant> answers(BenchSystem system, Map<String, Instant> posted)
      throws SQLException {
    var giveUp = System.nanoTime() + GIVE_UP.toNanos();
    var answers = accepted(system, posted);
    while (answers.size() < posted.size() && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      answers = accepted(system, posted);
    }
    return answers;
  }

  private static Map<String, Instant> accepted(BenchSystem system, Map<String, Instant> posted)
      throws SQLException {
    var accepted = new ConcurrentHashMap<String, Instant>();
    try (var connection = system.owner();
        var answers =
            connection.prepareStatement(
                """
                select substr(once, 7), sent_at from app.outgoing_message
                 where once = any (?) and sent_at is not null
                """)) {
      var ids = posted.keySet().stream().map(id -> "reply-" + id).toArray();
      answers.setArray(1, connection.createArrayOf("text", ids));
      try (var rows = answers.executeQuery()) {
        while (rows.next()) {
          accepted.put(rows.getString(1), rows.getTimestamp(2).toInstant());
        }
      }
    }
    return accepted;
  }
}
