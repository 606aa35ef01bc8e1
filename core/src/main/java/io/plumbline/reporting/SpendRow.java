package io.plumbline.reporting;

import java.util.UUID;

/** Money of one project and category, in minor units of the firm's currency. */
public record SpendRow(
    UUID projectId, String projectName, String category, long orderedMinor, long committedMinor) {}
