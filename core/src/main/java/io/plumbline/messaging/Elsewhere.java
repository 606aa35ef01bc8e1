package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends by another channel what a closed one did not take, for messages that no process looks
 * after: answers in a dialogue.
 */
@Component
class Elsewhere {
  private static final Logger log = LoggerFactory.getLogger(Elsewhere.class);

  private final Reach reach;
  private final OutgoingQueue queue;

  Elsewhere(Reach reach, OutgoingQueue queue) {
    this.reach = reach;
    this.queue = queue;
  }

  void tell(OutgoingMessage refused) {
    var user = refused.user();
    if (user == null || refused.channel() == Channel.EMAIL || refused.repeats().isPresent()) {
      return; // whoever repeats a message wants this address
    }
    var once = refused.once() + elsewhere(refused.channel());
    var failed =
        Arrays.stream(Channel.values())
            .filter(channel -> once.contains(elsewhere(channel)))
            .collect(Collectors.toUnmodifiableSet());
    reach.usualOrder(user).stream()
        .filter(channel -> !failed.contains(channel))
        .filter(channel -> reach.address(user, channel).isPresent())
        .findFirst()
        .ifPresentOrElse(
            channel ->
                queue.add(
                    once,
                    user,
                    channel,
                    reach.address(user, channel).orElseThrow(),
                    refused.subject(),
                    refused.body()),
            () -> log.warn("No way to reach person {}", user));
  }

  private static String elsewhere(Channel channel) {
    return "/not-" + channel.name().toLowerCase(Locale.ROOT);
  }
}
