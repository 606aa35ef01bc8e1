/**
 * People, roles and tenants: who calls, for whom, and how they signed in. Everyone may use it; it
 * uses nothing of ours but shared.
 */
@NullMarked
package io.plumbline.identity;

import org.jspecify.annotations.NullMarked;
