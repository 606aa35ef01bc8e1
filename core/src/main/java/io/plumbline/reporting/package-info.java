/**
 * Figures for people: what waits, how long things take, what is spent. It reads what other features
 * wrote, sums it in the database and changes nothing; every caller gets the figures of what they
 * may see.
 */
@NullMarked
package io.plumbline.reporting;

import org.jspecify.annotations.NullMarked;
