package io.plumbline.reporting;

/**
 * How long things took, in hours on the clock (nights and holidays count).
 *
 * @param key id of the process or the project
 * @param count how many ended in the window
 * @param medianHours half of them took no longer
 * @param p90Hours nine of ten took no longer
 */
public record CycleRow(String key, String name, long count, double medianHours, double p90Hours) {}
