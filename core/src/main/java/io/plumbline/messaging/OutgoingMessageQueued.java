package io.plumbline.messaging;

import io.plumbline.identity.Channel;
import io.plumbline.identity.TenantId;
import java.util.UUID;

/** A message of this tenant waits for delivery; announced inside the transaction that keeps it. */
public record OutgoingMessageQueued(TenantId tenant, UUID message, Channel channel) {}
