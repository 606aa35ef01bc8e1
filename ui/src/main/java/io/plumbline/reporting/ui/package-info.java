/** The dashboard: what waits, how long things take, what is spent. */
@NullMarked
package io.plumbline.reporting.ui;

import org.jspecify.annotations.NullMarked;
