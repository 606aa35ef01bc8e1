package io.plumbline.inbox;

import io.plumbline.shared.CappedCount;

/** What waits for the caller. */
public record InboxCounts(
    CappedCount all,
    CappedCount mine,
    CappedCount groups,
    CappedCount overdue,
    CappedCount substituting,
    CappedCount delegated) {}
