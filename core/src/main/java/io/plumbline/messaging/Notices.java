package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people things; joins the caller's transaction, delivery follows after the commit. */
@Component
public class Notices {
  private static final Logger log = LoggerFactory.getLogger(Notices.class);

  private final Routes routes;
  private final OutgoingQueue queue;

  Notices(Routes routes, OutgoingQueue queue) {
    this.routes = routes;
    this.queue = queue;
  }

  /**
   * Queues it for the person's preferred channel (the one they last wrote from, else WhatsApp, SMS,
   * e-mail), unless they opted out of it. A person without any address is not told; that is no
   * reason for a process to stop.
   */
  @Transactional
  public void tell(Notice notice) {
    queue(notice, notice.once(), Set.of());
  }

  /** The same by another channel, because this one is closed. */
  void tellElsewhere(OutgoingMessage refused) {
    var user = refused.user();
    if (user == null || refused.channel() == Channel.EMAIL) {
      return;
    }
    var once = refused.once() + elsewhere(refused.channel());
    var failed =
        Arrays.stream(Channel.values())
            .filter(channel -> once.contains(elsewhere(channel)))
            .collect(Collectors.toUnmodifiableSet());
    var notice = new Notice(refused.once(), user, refused.subject(), refused.body());
    queue(notice, once, failed);
  }

  private void queue(Notice notice, String once, Set<Channel> failed) {
    routes
        .to(notice.to(), failed)
        .ifPresentOrElse(
            route ->
                queue.add(
                    once,
                    notice.to(),
                    route.channel(),
                    route.address(),
                    notice.subject(),
                    notice.body()),
            () -> log.warn("No way to reach person {}", notice.to()));
  }

  private static String elsewhere(Channel channel) {
    return "/not-" + channel.name().toLowerCase(Locale.ROOT);
  }
}
