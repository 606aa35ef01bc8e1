package io.plumbline.identity;

import java.time.ZoneId;

/** The firm: its time zone and its main currency (ISO 4217). */
public record Tenant(TenantId id, String name, ZoneId zone, String currency) {}
