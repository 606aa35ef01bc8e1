package io.plumbline.calendar;

import java.time.LocalDate;

/** A day on which nobody works. */
public record Holiday(LocalDate day, String name) {}
