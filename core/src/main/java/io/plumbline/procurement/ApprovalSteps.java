package io.plumbline.procurement;

import io.plumbline.calendar.WorkingCalendar;
import io.plumbline.identity.People;
import io.plumbline.identity.Role;
import io.plumbline.identity.StoppedAccounts;
import io.plumbline.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deadlines of a level, and how a request ends without an order. */
@Component
class ApprovalSteps {
  private static final String NO_REASON = "no reason was given";

  private final WorkingCalendar calendar;
  private final People people;
  private final StoppedAccounts stopped;
  private final PurchaseDecisions decisions;
  private final RequestNotices notices;
  private final Timeline timeline;

  ApprovalSteps(
      WorkingCalendar calendar,
      People people,
      StoppedAccounts stopped,
      PurchaseDecisions decisions,
      RequestNotices notices,
      Timeline timeline) {
    this.calendar = calendar;
    this.people = people;
    this.stopped = stopped;
    this.decisions = decisions;
    this.notices = notices;
    this.timeline = timeline;
  }

  /**
   * Reminded after three quarters of the time, escalated half as long after it was due; escalated
   * at once where nobody of the group may decide.
   */
  PurchaseRequestSteps.LevelSchedule schedule(
      RequestHead request, @Nullable String group, Instant from, Duration working) {
    var time = calendar.workingTime();
    if (group != null && nobodyMayDecide(request, group)) {
      return new PurchaseRequestSteps.LevelSchedule(
          time.onTheWall(from), time.after(from, working), time.onTheWall(from));
    }
    return new PurchaseRequestSteps.LevelSchedule(
        time.after(from, working),
        time.after(from, working.multipliedBy(3).dividedBy(4)),
        time.after(from, working.multipliedBy(3).dividedBy(2)));
  }

  void remind(PurchaseRequest request, int revision, int rank, String group) {
    var once = "reminded:" + revision + ":" + rank;
    if (timeline.add(request.id(), once, TimelineKind.REMINDED, group)) {
      notices.tellGroup(request, group, barred(request.head()), false, once, "remind");
    }
  }

  void escalate(PurchaseRequest request, int revision, int rank, String escalateTo) {
    var once = "escalated:" + revision + ":" + rank;
    if (timeline.add(request.id(), once, TimelineKind.ESCALATED, escalateTo)) {
      notices.tellGroup(request, escalateTo, barred(request.head()), true, once, "escalated");
      if (nobodyMayDecide(request.head(), escalateTo)) {
        notices.tellGroup(
            request, Role.ORGANISATION_ADMIN.group(), Set.of(), true, once + ":stuck", "stuck");
      }
    }
  }

  void sendBack(PurchaseRequest request, int revision) {
    var once = "sentBack:" + revision;
    var reason = reason(request, revision);
    if (timeline.add(request.id(), once, TimelineKind.SENT_BACK, reason)) {
      request.requireRevision(revision);
      request.sendBack();
      notices.tellRequester(request, once, "sentBack", reason);
    }
  }

  void reject(PurchaseRequest request, int revision, Instant at) {
    var once = "rejected:" + revision;
    var reason = reason(request, revision);
    if (timeline.add(request.id(), once, TimelineKind.REJECTED, reason)) {
      request.requireRevision(revision);
      request.reject(at);
      notices.tellRequester(request, once, "rejected", reason);
    }
  }

  void withdraw(PurchaseRequest request, Instant at) {
    var reason = request.withdrawalReason();
    if (request.withdraw(at)
        && timeline.add(
            request.id(), "withdrawn", TimelineKind.WITHDRAWN, reason == null ? "" : reason)) {
      notices.tellRequester(request, "withdrawn", "withdrawn");
    }
  }

  /** Those who may not decide anyway: the requester, and who decided an earlier level. */
  private Set<UserId> barred(RequestHead request) {
    var barred = new HashSet<UserId>();
    barred.add(request.requester());
    for (var approver : decisions.approvers(request)) {
      barred.add(approver.actor());
      if (approver.actedFor() != null) {
        barred.add(approver.actedFor());
      }
    }
    return barred;
  }

  private boolean nobodyMayDecide(RequestHead request, String group) {
    var unable = barred(request);
    unable.addAll(stopped.people());
    return people.inGroup(group).stream().allMatch(member -> unable.contains(member.id()));
  }

  private String reason(PurchaseRequest request, int revision) {
    return decisions.lastReason(request.id(), revision).orElse(NO_REASON);
  }
}
