package io.plumbline.identity;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connection that refuses statements of another tenant than the one it was taken for. */
final class TenantConnection implements InvocationHandler {
  private static final Set<String> STATEMENTS =
      Set.of("prepareStatement", "createStatement", "prepareCall");

  private final Connection target;
  private final @Nullable TenantId taker;
  private final Supplier<Optional<TenantId>> tenant;

  private TenantConnection(
      Connection target, @Nullable TenantId taker, Supplier<Optional<TenantId>> tenant) {
    this.target = target;
    this.taker = taker;
    this.tenant = tenant;
  }

  static Connection of(
      Connection target, @Nullable TenantId taker, Supplier<Optional<TenantId>> tenant) {
    return (Connection)
        Proxy.newProxyInstance(
            TenantConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new TenantConnection(target, taker, tenant));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    if (method.getName().equals("equals") && args != null) {
      return proxy == args[0];
    }
    if (STATEMENTS.contains(method.getName())) {
      requireSameTenant();
    }
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private void requireSameTenant() {
    var now = tenant.get().orElse(null);
    if (!Objects.equals(taker, now)) {
      throw new IllegalStateException(
          "This connection was taken for %s, the caller now is of %s; open the caller's scope before the transaction"
              .formatted(name(taker), name(now)));
    }
  }

  private static String name(@Nullable TenantId id) {
    return id == null ? "no tenant" : "tenant " + id;
  }
}
