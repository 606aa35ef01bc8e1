/**
 * What people have typed and not sent yet, kept on the server. Knows nothing of what it keeps:
 * whoever shows a form names the place and the fields.
 */
@NullMarked
package io.plumbline.draft;

import org.jspecify.annotations.NullMarked;
