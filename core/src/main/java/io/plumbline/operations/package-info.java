/**
 * What operators see and do: process instances, incidents, failing jobs, the state of the read
 * model.
 */
@NullMarked
package io.plumbline.operations;

import org.jspecify.annotations.NullMarked;
