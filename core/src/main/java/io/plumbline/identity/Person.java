package io.plumbline.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person of the tenant as others see them. */
public record Person(UserId id, String name, @Nullable String email, Set<Role> roles) {}
