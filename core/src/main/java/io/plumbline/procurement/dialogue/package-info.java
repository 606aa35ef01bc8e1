/**
 * The dialogue that turns what people write into a purchase request: what was understood so far,
 * what is asked back, and the request filed by the same rules as everywhere. It answers while the
 * engine is down.
 */
@NullMarked
package io.plumbline.procurement.dialogue;

import org.jspecify.annotations.NullMarked;
