package io.plumbline.procurement;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.TaskSubjects;
import io.plumbline.shared.NotAllowed;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may see which request: its requester, everyone who manages or directs, and who has to do with
 * one of its tasks, such as a substitute. An operator sees processes, not what is bought.
 */
@Component
class RequestAccess {
  static final Set<Role> SEE_ALL =
      Set.of(
          Role.PROJECT_MANAGER,
          Role.PROCUREMENT_MANAGER,
          Role.FINANCE_DIRECTOR,
          Role.ORGANISATION_ADMIN);

  private final Callers callers;
  private final TaskSubjects tasks;

  RequestAccess(Callers callers, TaskSubjects tasks) {
    this.callers = callers;
    this.tasks = tasks;
  }

  boolean seesAll() {
    return callers.current().roles().stream().anyMatch(SEE_ALL::contains);
  }

  boolean sees(PurchaseRequest request) {
    return seesAll()
        || callers.current().user().equals(request.requester())
        || tasks.concernCaller(request.id().value());
  }

  /**
   * Filing is for requesters, whichever way the request comes in.
   *
   * @throws NotAllowed for everyone else
   */
  void requireMayFile() {
    if (!callers.current().is(Role.REQUESTER)) {
      throw new NotAllowed("procurement.requesterOnly");
    }
  }

  boolean mayWithdraw(UserId requester) {
    Caller caller = callers.current();
    return caller.user().equals(requester) || caller.is(Role.ORGANISATION_ADMIN);
  }
}
