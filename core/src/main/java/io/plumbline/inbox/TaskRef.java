package io.plumbline.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a task for good: the key alone does not, because a reset engine log counts its keys from
 * the start again.
 *
 * @param key the engine's key
 * @param subjectId what the task is about
 */
public record TaskRef(long key, String formKey, @Nullable UUID subjectId) {}
