/**
 * Files kept with business data: drawn by us (orders), or added by people to a subject of another
 * feature. That feature says who may see them ({@code AttachmentAccess}) and hears of changes
 * ({@code AttachmentAdded}). Everything from outside comes in through {@code FileChecks}.
 */
@NullMarked
package io.plumbline.document;

import org.jspecify.annotations.NullMarked;
