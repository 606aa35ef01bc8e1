/** The tenant's working calendar: turns working hours into due dates. */
@NullMarked
package io.plumbline.calendar;

import org.jspecify.annotations.NullMarked;
