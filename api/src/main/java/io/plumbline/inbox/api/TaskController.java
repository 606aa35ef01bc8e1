package io.plumbline.inbox.api;

import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskDecision;
import io.plumbline.project.Projects;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Problem;
import io.plumbline.shared.api.Choice;
import io.plumbline.shared.api.IdOrCode;
import io.plumbline.shared.api.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  @Operation(summary = "Open tasks you can act on")
  @GetMapping
  PageJson<TaskJson> list(
      @Parameter(description = "all, mine or groups") @RequestParam(defaultValue = "all")
          String view,
      @Parameter(description = "process id") @RequestParam(required = false)
          @Nullable String process,
      @Parameter(description = "id or code") @RequestParam(required = false)
          @Nullable String project,
      @RequestParam(defaultValue = "false") boolean overdue,
      @Parameter(description = "beginnings of words in title and number")
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(description = "due, newest, oldest, priority or amount")
          @RequestParam(defaultValue = "due")
          String sort,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "50") int limit) {
    var query =
        new InboxQuery(
            Choice.of(View.class, "view", view),
            process,
            project(project),
            overdue,
            q,
            Choice.of(Sort.class, "sort", sort),
            new PageRequest(offset, limit));
    return PageJson.of(inbox.page(query), TaskJson::of, query.page(), inbox.count(query));
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
