/**
 * The page behind a link in a mail that asks for a decision. It needs no sign-in: the link says who
 * it is for, and only the press of its button decides.
 */
@NullMarked
package io.plumbline.approval.api;

import org.jspecify.annotations.NullMarked;
