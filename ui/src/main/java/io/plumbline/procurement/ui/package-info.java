/**
 * Purchase requests in the browser: list, page, form, and the forms of the process's human tasks.
 */
@NullMarked
package io.plumbline.procurement.ui;

import org.jspecify.annotations.NullMarked;
