package io.plumbline.inbox.api;

import io.plumbline.identity.UserId;
import io.plumbline.inbox.BulkAction;
import io.plumbline.inbox.BulkResult;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import io.plumbline.shared.ProblemTexts;
import io.plumbline.shared.api.Choice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One action on many tasks. */
@Schema(name = "TaskBulk")
record BulkJson(
    @Schema(description = "claim, release, reassign or complete", example = "complete")
        @Nullable String action,
    @Schema(description = "at most 500; one given twice counts once") @Nullable List<String> keys,
    @Schema(description = "to complete: one of the outcomes of these tasks", example = "approve")
        @Nullable String outcome,
    @Schema(description = "some outcomes need one") @Nullable String reason,
    @Schema(description = "to reassign: who gets them") @Nullable UUID to,
    @Schema(description = "to reassign: what is said to it") @Nullable String note,
    @Schema(description = "more input, the same for all") @Nullable Map<String, Object> data) {

  private enum Action {
    CLAIM,
    RELEASE,
    REASSIGN,
    COMPLETE
  }

  BulkAction toAction() {
    if (action == null || action.isBlank()) {
      throw new InvalidInput(List.of(Problem.of("action", "bulk.action.missing")));
    }
    return switch (Choice.of(Action.class, "action", action)) {
      case CLAIM -> new BulkAction.Claim();
      case RELEASE -> new BulkAction.Release();
      case REASSIGN -> new BulkAction.Reassign(receiver(), note == null ? "" : note);
      case COMPLETE -> new BulkAction.Decide(decision());
    };
  }

  private UserId receiver() {
    if (to == null) {
      throw new InvalidInput(List.of(Problem.of("to", "task.to.missing")));
    }
    return new UserId(to);
  }

  private TaskDecision decision() {
    if (outcome == null || outcome.isBlank()) {
      throw new InvalidInput(List.of(Problem.of("outcome", "task.outcome.missing")));
    }
    return new TaskDecision(outcome, reason, data == null ? Map.of() : data);
  }

  /** Task keys are text, because they may exceed 2^53. */
  List<Long> toKeys() {
    var given = keys == null ? List.<@Nullable String>of() : keys;
    var read = new ArrayList<Long>();
    var problems = new ArrayList<Problem>();
    for (var i = 0; i < given.size(); i++) {
      try {
        read.add(Long.valueOf(String.valueOf(given.get(i))));
      } catch (NumberFormatException unreadable) {
        problems.add(Problem.of("keys[" + i + "]", "bulk.key.unreadable"));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems.subList(0, Math.min(problems.size(), 20)));
    }
    return read;
  }

  /** What became of each task. */
  @Schema(name = "TaskBulkResults")
  record ResultsJson(int done, int refused, List<ResultJson> results) {
    static ResultsJson of(List<BulkResult> results, Locale locale) {
      var done = (int) results.stream().filter(BulkResult::done).count();
      return new ResultsJson(
          done,
          results.size() - done,
          results.stream().map(result -> ResultJson.of(result, locale)).toList());
    }
  }

  /** What became of one task. */
  @Schema(name = "TaskBulkResult")
  record ResultJson(
      String key,
      boolean done,
      @Schema(description = "why it was refused; empty when it was done")
          List<TaskDetailsJson.WhyNotJson> problems) {
    static ResultJson of(BulkResult result, Locale locale) {
      return new ResultJson(
          Long.toString(result.taskKey()),
          result.done(),
          result.problems().stream()
              .map(
                  problem ->
                      new TaskDetailsJson.WhyNotJson(
                          problem.code(), ProblemTexts.sentence(problem, locale)))
              .toList());
    }
  }
}
