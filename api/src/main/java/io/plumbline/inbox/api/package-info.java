/** Tasks of people over REST. */
@NullMarked
package io.plumbline.inbox.api;

import org.jspecify.annotations.NullMarked;
