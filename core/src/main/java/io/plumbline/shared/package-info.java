/**
 * What every feature uses: money, numbers, refusals, the tenant's stamp on connections, changes of
 * the read model.
 */
@NullMarked
package io.plumbline.shared;

import org.jspecify.annotations.NullMarked;
