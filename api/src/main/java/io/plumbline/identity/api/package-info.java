/**
 * Bearer tokens: who calls the API. Local accounts get tokens here; an identity provider's tokens
 * are checked the same way.
 */
@NullMarked
package io.plumbline.identity.api;

import org.jspecify.annotations.NullMarked;
