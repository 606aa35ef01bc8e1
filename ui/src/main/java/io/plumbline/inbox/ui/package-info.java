/**
 * The inbox: tasks of people whatever process they come from, list and detail on one screen. It
 * knows no feature; a feature registers a {@link io.plumbline.inbox.ui.TaskFormProvider} per form
 * key.
 */
@NullMarked
package io.plumbline.inbox.ui;

import org.jspecify.annotations.NullMarked;
