package io.plumbline.inbox;

import io.plumbline.identity.Caller;
import io.plumbline.identity.UserId;

/**
 * A task came into other hands.
 *
 * @param by who did it, perhaps for someone absent
 * @param to who has it now
 * @param note what was said to it; may be empty
 */
public record TaskHandedOver(
    TaskRow task, TaskEvent.Kind kind, Caller by, UserId to, String note) {}
