package io.plumbline.inbox;

import io.plumbline.identity.UserId;

/**
 * A substitution was proposed, set, answered or ended.
 *
 * @param by who did it
 */
public record SubstitutionChanged(Substitution substitution, UserId by) {}
