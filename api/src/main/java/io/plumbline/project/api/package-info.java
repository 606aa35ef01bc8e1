/** How projects are named in REST calls. */
@NullMarked
package io.plumbline.project.api;

import org.jspecify.annotations.NullMarked;
