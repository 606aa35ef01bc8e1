/**
 * Process instances, incidents and failing jobs for operators, and the diagram that other features
 * borrow.
 */
@NullMarked
package io.plumbline.operations.ui;

import org.jspecify.annotations.NullMarked;
