/**
 * The frame of the web interface: shell, navigation, sign-in, error pages, texts, and the small
 * components every feature's views are made of. It knows no feature: features join through beans
 * ({@link io.plumbline.shared.ui.NavigationBadge}, {@link io.plumbline.shared.ui.NumberRoute},
 * {@link io.plumbline.shared.ui.NewEntry}) and {@code @Menu} on their routes.
 */
@NullMarked
package io.plumbline.shared.ui;

import org.jspecify.annotations.NullMarked;
