/** Tells people what colleagues do for them or hand to them; the rules are the inbox's. */
@NullMarked
package io.plumbline.teamwork;

import org.jspecify.annotations.NullMarked;
