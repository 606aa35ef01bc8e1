package io.plumbline.messaging;

import io.plumbline.identity.TenantId;
import java.util.UUID;

/**
 * It is known what became of a message that a process waits for; announced once per message, inside
 * the transaction that notes it.
 *
 * @param delivered false when it surely did not arrive
 */
public record DeliveryReported(TenantId tenant, UUID message, boolean delivered) {}
