/** What does the work of procurement outside core: steps of the process, the order's document. */
@NullMarked
package io.plumbline.procurement.worker;

import org.jspecify.annotations.NullMarked;
