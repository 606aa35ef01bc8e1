package io.plumbline.messaging;

import io.plumbline.identity.TenantId;
import java.util.UUID;

/** Something of this tenant began in a conversation; files of it may have come before. */
public record SubjectBegun(TenantId tenant, UUID subject) {}
