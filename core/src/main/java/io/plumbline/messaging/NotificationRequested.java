package io.plumbline.messaging;

import io.plumbline.identity.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person wants to be told something outside the application too; announced inside the transaction
 * that keeps it.
 *
 * @param number what people know the matter by
 * @param facts what its decisions need, as it is now
 */
public record NotificationRequested(
    TenantId tenant,
    UUID notification,
    String kind,
    @Nullable String number,
    NotificationFacts facts) {}
