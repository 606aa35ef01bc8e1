/**
 * The runnable application: puts the modules together, signs people in, shows its health, and
 * brings demo data. Nobody depends on it.
 */
@NullMarked
package io.plumbline.app;

import org.jspecify.annotations.NullMarked;
