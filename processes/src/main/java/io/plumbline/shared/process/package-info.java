/**
 * How the application speaks to the engine, whatever the process: commands are written in the
 * transaction that decided them, sent after it committed, and repeated until the engine has them;
 * the models are deployed once per release. Feature packages turn their events into {@link
 * io.plumbline.shared.process.Instruction instructions}; only {@link
 * io.plumbline.shared.process.EngineGateway} knows the client.
 */
@NullMarked
package io.plumbline.shared.process;

import org.jspecify.annotations.NullMarked;
