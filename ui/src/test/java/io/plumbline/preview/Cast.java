package io.plumbline.preview;

import static java.util.stream.Collectors.toMap;

import io.plumbline.identity.Caller;
import io.plumbline.identity.CallerSource;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Person;
import io.plumbline.identity.Role;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The people of the firm in memory; each signs in with the name of the role. */
@Component
public class Cast implements CallerSource {
  public static final TenantId FIRM = new TenantId(new UUID(1, 1));
  private static final Map<String, Set<Role>> ROLES =
      Map.of(
          "Site engineer", Set.of(Role.REQUESTER),
          "Project manager", Set.of(Role.REQUESTER, Role.PROJECT_MANAGER),
          "Procurement manager", Set.of(Role.REQUESTER, Role.PROCUREMENT_MANAGER),
          "Finance director", Set.of(Role.FINANCE_DIRECTOR),
          "Administrator", Set.of(Role.ORGANISATION_ADMIN),
          "Operator", Set.of(Role.OPERATOR));

  static List<String> names() {
    return ROLES.keySet().stream().sorted().toList();
  }

  static String[] roles(String name) {
    return ROLES.getOrDefault(name, Set.of()).stream().map(Enum::name).toArray(String[]::new);
  }

  public static UserId id(String name) {
    return new UserId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  static List<Person> people() {
    return names().stream()
        .map(name -> new Person(id(name), name, null, ROLES.getOrDefault(name, Set.of())))
        .toList();
  }

  static Map<UserId, String> all() {
    return ROLES.keySet().stream().collect(toMap(Cast::id, name -> name));
  }

  @Override
  public Optional<Caller> find() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .map(
            who ->
                new Caller(
                    FIRM,
                    id(who.getName()),
                    who.getName(),
                    ROLES.getOrDefault(who.getName(), Set.of()),
                    Channel.WEB));
  }
}
