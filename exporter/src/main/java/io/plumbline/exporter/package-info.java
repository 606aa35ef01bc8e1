/**
 * The exporter that runs inside the Zeebe broker and writes what the engine did into schema {@code
 * engine} of PostgreSQL, the read model of every process. {@link
 * io.plumbline.exporter.PlumblineExporter} is the life cycle; a {@link
 * io.plumbline.exporter.RowMapper} per record type says what a record means; {@link
 * io.plumbline.exporter.ReadModelWriter} commits what has gathered, then acknowledges. Others use
 * the tables only.
 */
@NullMarked
package io.plumbline.exporter;

import org.jspecify.annotations.NullMarked;
