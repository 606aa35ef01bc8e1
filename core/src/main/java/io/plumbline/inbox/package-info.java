/**
 * Tasks of people, whatever process they come from. Knows no feature: a feature registers a
 * TaskKind per form key.
 */
@NullMarked
package io.plumbline.inbox;

import org.jspecify.annotations.NullMarked;
