package io.plumbline.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns a person of any tenant into a caller; needed where the tenant was just found out. */
@Component
class PersonLookup {
  private final Callers callers;
  private final People people;

  PersonLookup(Callers callers, People people) {
    this.callers = callers;
    this.people = people;
  }

  Optional<Caller> find(TenantId tenant, UserId user, Channel channel) {
    return callers
        .call(Caller.system(tenant), () -> people.find(user))
        .map(person -> new Caller(tenant, user, person.name(), person.roles(), channel));
  }
}
