/**
 * The platform on one machine: PostgreSQL, the Zeebe broker, a mailbox and the application as child
 * processes, without Docker. {@code ./plumbline} is its command line; whole-system tests and
 * benchmarks use {@link io.plumbline.local.LocalPostgres}, {@link io.plumbline.local.LocalZeebe}
 * and {@link io.plumbline.local.LocalMailbox} directly.
 *
 * <p>A child is recognised in the process table, by its own data folder on its command line. There
 * is no pid file that could be stale: a run that was killed is found, adopted or stopped.
 */
@NullMarked
package io.plumbline.local;

import org.jspecify.annotations.NullMarked;
