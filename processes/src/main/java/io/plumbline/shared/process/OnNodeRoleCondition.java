package io.plumbline.shared.process;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Reads {@code plumbline.roles}; an unknown role stops the start. */
class OnNodeRoleCondition implements Condition {
  private static final Bindable<Set<NodeRole>> ROLES = Bindable.setOf(NodeRole.class);

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    var roles =
        Binder.get(context.getEnvironment())
            .bind("plumbline.roles", ROLES)
            .orElseGet(() -> EnumSet.allOf(NodeRole.class));
    return metadata.getAnnotations().stream(OnNodeRole.class)
        .allMatch(annotation -> roles.contains(annotation.getEnum("value", NodeRole.class)));
  }
}
