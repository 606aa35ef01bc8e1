/**
 * What every REST resource shares: errors as problem+json, money and pages as JSON, idempotent
 * calls, limits, the description of the API.
 */
@NullMarked
package io.plumbline.shared.api;

import org.jspecify.annotations.NullMarked;
