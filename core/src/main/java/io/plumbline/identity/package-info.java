/**
 * People, roles and tenants: who calls, for whom, and how they signed in; and the tenant's stamp on
 * every connection. Everyone may use it; it uses nothing of ours but shared.
 */
@NullMarked
package io.plumbline.identity;

import org.jspecify.annotations.NullMarked;
