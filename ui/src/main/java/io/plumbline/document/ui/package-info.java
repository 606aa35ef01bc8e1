/**
 * Files on requests and the like: list, upload, preview. Other features place them by {@code
 * AttachmentPanels}.
 */
@NullMarked
package io.plumbline.document.ui;

import org.jspecify.annotations.NullMarked;
