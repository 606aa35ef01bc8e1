/** What every feature uses: money, numbers, ids, refusals, changes of the read model. */
@NullMarked
package io.plumbline.shared;

import org.jspecify.annotations.NullMarked;
