package io.plumbline.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Keeps what was sent; fails for an address as it is told, as often as it is told. */
public final class FakeMessenger implements Messenger {
  private final List<Text> sent = new CopyOnWriteArrayList<>();
  private final Map<String, Text> ids = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Trouble> troubles = new ConcurrentHashMap<>();

  @Override
  public String send(Text text) {
    var trouble = troubles.get(text.to());
    if (trouble != null) {
      if (trouble.times() == 1) {
        troubles.remove(text.to());
      } else {
        troubles.put(text.to(), new Trouble(trouble.times() - 1, trouble.failure()));
      }
      throw trouble.failure().get();
    }
    sent.add(text);
    var id = "SM" + UUID.randomUUID();
    ids.put(id, text);
    return id;
  }

  @Override
  public Optional<String> findSent(Text text, Instant since, Set<String> others) {
    return ids.entrySet().stream()
        .filter(known -> !others.contains(known.getKey()))
        .filter(known -> known.getValue().to().equals(text.to()))
        .filter(known -> known.getValue().body().equals(text.body()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  public void fail(String address, int times, Supplier<RuntimeException> failure) {
    troubles.put(address, new Trouble(times, failure));
  }

  public List<String> bodiesTo(String address) {
    return sent.stream().filter(text -> text.to().equals(address)).map(Text::body).toList();
  }

  public List<Text> textsTo(String address) {
    return sent.stream().filter(text -> text.to().equals(address)).toList();
  }

  private record Trouble(int times, Supplier<RuntimeException> failure) {}
}
