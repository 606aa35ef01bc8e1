/** Purchase requests over REST. */
@NullMarked
package io.plumbline.procurement.api;

import org.jspecify.annotations.NullMarked;
