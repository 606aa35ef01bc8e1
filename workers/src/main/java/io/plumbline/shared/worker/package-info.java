/**
 * What every worker relies on: {@link io.plumbline.shared.worker.WorkerRuntime} is the one place
 * that takes jobs from the engine, runs them for their tenant, and says how they ended.
 */
@NullMarked
package io.plumbline.shared.worker;

import org.jspecify.annotations.NullMarked;
