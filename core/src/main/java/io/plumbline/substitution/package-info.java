/** Tells people about substitutions they are part of; the rules are the inbox's. */
@NullMarked
package io.plumbline.substitution;

import org.jspecify.annotations.NullMarked;
