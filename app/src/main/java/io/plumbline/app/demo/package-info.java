/** Two firms to try Plumbline with; only where {@code plumbline.demo} is set. */
@NullMarked
package io.plumbline.app.demo;

import org.jspecify.annotations.NullMarked;
