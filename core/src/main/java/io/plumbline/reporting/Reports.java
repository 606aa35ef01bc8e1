package io.plumbline.reporting;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of the dashboard, each over what the caller may see: managers and directors all
 * requests, others their own; operators also processes, but not what is bought.
 */
@Component
@Transactional(readOnly = true)
public class Reports {
  private final ReportScope scope;
  private final AwaitedRequests awaited;
  private final CycleTimes cycles;
  private final OverdueTasks overdue;
  private final Spending spending;

  Reports(
      ReportScope scope,
      AwaitedRequests awaited,
      CycleTimes cycles,
      OverdueTasks overdue,
      Spending spending) {
    this.scope = scope;
    this.awaited = awaited;
    this.cycles = cycles;
    this.overdue = overdue;
    this.spending = spending;
  }

  /** Whether figures are over all requests of the firm, not only the caller's own. */
  public boolean overAll() {
    return scope.all();
  }

  /** Open requests of the caller that wait for others, the longest wait first, at most 50. */
  public List<AwaitedRow> awaited() {
    return awaited.of(scope.me());
  }

  /**
   * From filing to the order or the rejection, by project, over the last {@link #windowDays} days;
   * the twelve projects with most.
   */
  public List<CycleRow> cyclesByProject() {
    return cycles.byProject(scope.requester());
  }

  /** From start to end, by process that has tasks for people; empty for those who only request. */
  public List<CycleRow> cyclesByProcess() {
    return scope.processes() ? cycles.byProcess() : List.of();
  }

  /** How far back cycle times look. */
  public int windowDays() {
    return CycleTimes.WINDOW_DAYS;
  }

  /**
   * Tasks past their due date by process and project, most first; of those who only request, tasks
   * about their requests. Counts stop at 10,000 altogether.
   */
  public List<OverdueRow> overdue() {
    if (scope.all()) {
      return overdue.ofFirm(true);
    }
    return scope.processes() ? overdue.ofFirm(false) : overdue.about(scope.me());
  }

  /** What is ordered and what is committed, by project and category. */
  public List<SpendRow> spend() {
    return scope.all() ? spending.ofFirm() : spending.of(scope.me());
  }
}
