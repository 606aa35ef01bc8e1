package io.plumbline.identity;

import java.util.List;
import java.util.Optional;

/**
 * Which person writes from an address. Addresses are in normal form: +E.164, a provider's user id,
 * or a lower-case e-mail.
 */
public interface ChannelAddresses {
  /** All people behind an address, one per tenant, as callers of that channel. */
  List<Caller> callersOf(Channel channel, String address);

  /** The address to reach a person of the current tenant on a channel, unless they opted out. */
  Optional<String> addressOf(UserId user, Channel channel);

  void bind(Channel channel, String address, UserId user);

  void optOut(Channel channel, String address);

  void optIn(Channel channel, String address);
}
