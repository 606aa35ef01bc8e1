package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.TenantId;

/** A message waits for delivery to this address. */
public record OutgoingMessageQueued(TenantId tenant, Channel channel, String address) {}
