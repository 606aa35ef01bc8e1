package io.plumbline.inbox.api;

import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.project.Projects;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Problem;
import io.plumbline.shared.api.IdOrCode;
import io.plumbline.shared.api.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks of the caller. */
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class TaskController {
  private final Inbox inbox;
  private final Projects projects;

  TaskController(Inbox inbox, Projects projects) {
    this.inbox = inbox;
    this.projects = projects;
  }

  @Operation(summary = "Open tasks you can act on, or what you decided")
  @GetMapping
  PageJson<TaskJson> list(
      @ParameterObject TaskListParameters parameters,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "50") int limit) {
    var query = parameters.toCore(project(parameters.project()), new PageRequest(offset, limit));
    var found = inbox.pageAndCount(query);
    return PageJson.of(found.rows(), TaskJson::of, query.page(), found.total());
  }

  @Operation(summary = "One task, open or ended")
  @GetMapping("/{key}")
  TaskDetailsJson find(@PathVariable long key, Locale locale) {
    return TaskDetailsJson.of(inbox.find(key), locale);
  }

  @Operation(summary = "Takes a task of your groups")
  @PostMapping("/{key}/claim")
  TaskDetailsJson claim(@PathVariable long key, Locale locale) {
    inbox.claim(key);
    return find(key, locale);
  }

  @Operation(summary = "Gives a task back to its groups")
  @PostMapping("/{key}/release")
  TaskDetailsJson release(@PathVariable long key, Locale locale) {
    inbox.release(key);
    return find(key, locale);
  }

  @Operation(
      summary = "Decides a task",
      description =
          "Accepted once; the process follows, within a fraction of a second when it is up.")
  @PostMapping(path = "/{key}/complete", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  TaskDetailsJson complete(@PathVariable long key, @RequestBody DecisionJson body, Locale locale) {
    inbox.complete(key, body.toCore());
    return find(key, locale);
  }

  private @Nullable UUID project(@Nullable String named) {
    return IdOrCode.resolve(
        "project", named, code -> projects.findByCode(code).map(found -> found.id().value()));
  }

  /** What you decide. */
  @Schema(name = "TaskDecision")
  record DecisionJson(
      @Schema(description = "one of the task's outcomes", example = "approve")
          @Nullable String outcome,
      @Schema(description = "some outcomes need one") @Nullable String reason,
      @Schema(description = "more input, as the task's form key defines")
          @Nullable Map<String, Object> data) {
    TaskDecision toCore() {
      if (outcome == null || outcome.isBlank()) {
        throw new InvalidInput(List.of(Problem.of("outcome", "task.outcome.missing")));
      }
      return new TaskDecision(outcome, reason, data == null ? Map.of() : data);
    }
  }
}
