package io.plumbline.inbox.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plumbline.inbox.TaskDetails;
import io.plumbline.inbox.TaskMoves;
import io.plumbline.shared.Problem;
import io.plumbline.shared.ProblemTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task opened. */
@Schema(name = "TaskDetails")
record TaskDetailsJson(
    @JsonUnwrapped TaskJson task,
    @Schema(description = "created, completed or canceled") String state,
    @Schema(description = "the task's own variables") Map<String, Object> variables,
    @Schema(description = "what you may choose; empty when you may not decide")
        List<String> outcomes,
    boolean mayClaim,
    boolean mayRelease,
    @Schema(description = "why you may not decide") @Nullable WhyNotJson whyNot,
    @Schema(description = "what else you may do about it") TaskMoves moves) {

  static TaskDetailsJson of(TaskDetails details, Locale locale) {
    return new TaskDetailsJson(
        TaskJson.of(details.row()),
        details.state().toLowerCase(Locale.ROOT),
        details.variables(),
        details.outcomes(),
        details.mayClaim(),
        details.mayRelease(),
        WhyNotJson.find(details.whyNot(), locale),
        details.moves());
  }

  @Schema(name = "WhyNot")
  record WhyNotJson(String code, String message) {
    static @Nullable WhyNotJson find(String code, Locale locale) {
      return code.isEmpty()
          ? null
          : new WhyNotJson(code, ProblemTexts.sentence(Problem.of(null, code), locale));
    }
  }
}
