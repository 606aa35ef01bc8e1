package io.plumbline.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A span of one weekday in which people work, in the tenant's zone; a day may have several. */
public record WorkingHours(DayOfWeek weekday, LocalTime starts, LocalTime ends) {}
