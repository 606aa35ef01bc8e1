package io.plumbline.messaging;

import io.plumbline.identity.People;
import io.plumbline.messaging.Conversation.Turn;
import io.plumbline.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who answers a text: we ourselves to the general words, else the first topic it is about. */
@Component
class Topics {
  private final List<Conversation> conversations;
  private final People people;

  Topics(List<Conversation> conversations, People people) {
    this.conversations = conversations;
    this.people = people;
  }

  Turn turn(WaitingMessage message) {
    return pressed(message).orElseGet(() -> heard(message));
  }

  /** Whether the caller's firm waits for just this. */
  boolean expects(WaitingMessage message) {
    return conversations.stream()
        .anyMatch(topic -> topic.expects(message.body(), message.button()));
  }

  private Optional<Turn> pressed(WaitingMessage message) {
    var button = message.button();
    return button == null
        ? Optional.empty()
        : conversations.stream()
            .flatMap(topic -> topic.pressed(message.channel(), message.from(), button).stream())
            .findFirst();
  }

  private Turn heard(WaitingMessage message) {
    if (message.body().isBlank()) {
      return new Saying(Replies.of(message.mediaCount() > 0 ? "mediaOnly" : "empty", help()));
    }
    return switch (Keyword.in(message.body()).orElse(null)) {
      case HELP -> new Saying(Replies.of("help", help()));
      case FIRM -> new Saying(Replies.of("firm.chosen", people.tenant().name()));
      case null, default -> considered(message);
    };
  }

  private Turn considered(WaitingMessage message) {
    return conversations.stream()
        .flatMap(
            topic -> topic.consider(message.channel(), message.from(), message.body()).stream())
        .findFirst()
        .orElseGet(() -> new Saying(Replies.of("notUnderstood")));
  }

  private String help() {
    return conversations.stream()
        .map(Conversation::help)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Just an answer. */
  private record Saying(String text) implements Turn {
    @Override
    public String act() {
      return text;
    }

    @Override
    public String refused(Refusal refusal) {
      throw refusal;
    }
  }
}
