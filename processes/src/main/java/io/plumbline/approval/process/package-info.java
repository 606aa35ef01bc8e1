/** Housekeeping of answers by phone and mail. */
@NullMarked
package io.plumbline.approval.process;

import org.jspecify.annotations.NullMarked;
