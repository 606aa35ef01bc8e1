package io.plumbline.inbox.api;

import io.plumbline.identity.UserId;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.TaskEvent;
import io.plumbline.inbox.TaskHandovers;
import io.plumbline.inbox.TaskResting;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import io.plumbline.shared.api.Choice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tasks in colleagues' hands, and tasks that rest. Answers with the task as it is then. */
@RestController
@RequestMapping(path = "/api/v1/tasks/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class TaskHandoverController {
  private final Inbox inbox;
  private final TaskHandovers handovers;
  private final TaskResting resting;

  TaskHandoverController(Inbox inbox, TaskHandovers handovers, TaskResting resting) {
    this.inbox = inbox;
    this.handovers = handovers;
    this.resting = resting;
  }

  @Operation(
      summary = "Gives a task to a colleague, who hands it back or decides if it is for them")
  @PostMapping(path = "/delegate", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Nullable TaskDetailsJson delegate(
      @PathVariable long key, @RequestBody HandoverJson body, Locale locale) {
    handovers.delegate(key, body.receiver(), body.words());
    return seek(key, locale);
  }

  @Operation(summary = "Hands a delegated task back, or takes it back")
  @PostMapping(path = "/hand-back", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Nullable TaskDetailsJson handBack(
      @PathVariable long key, @RequestBody HandoverJson body, Locale locale) {
    handovers.handBack(key, body.words());
    return seek(key, locale);
  }

  @Operation(summary = "Gives a task to someone else it is for")
  @PostMapping(path = "/reassign", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Nullable TaskDetailsJson reassign(
      @PathVariable long key, @RequestBody HandoverJson body, Locale locale) {
    handovers.reassign(key, body.receiver(), body.words());
    return seek(key, locale);
  }

  @Operation(summary = "Puts a task off until a day; its deadline stays")
  @PostMapping(path = "/put-off", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Nullable TaskDetailsJson putOff(
      @PathVariable long key, @RequestBody PutOffJson body, Locale locale) {
    resting.putOff(key, body.until());
    return seek(key, locale);
  }

  @Operation(summary = "Takes a task up again that rests")
  @PostMapping("/resume")
  @Nullable TaskDetailsJson resume(@PathVariable long key, Locale locale) {
    resting.resume(key);
    return seek(key, locale);
  }

  @Operation(summary = "Through whose hands a task went, the latest last")
  @GetMapping("/history")
  List<TaskEventJson> history(@PathVariable long key) {
    return handovers.history(key).stream().map(TaskEventJson::of).toList();
  }

  /** Nothing when it no longer concerns the caller. */
  private @Nullable TaskDetailsJson seek(long key, Locale locale) {
    return inbox.seek(key).map(task -> TaskDetailsJson.of(task, locale)).orElse(null);
  }

  /** To whom, with which words. */
  @Schema(name = "Handover")
  record HandoverJson(
      @Schema(description = "who gets it; not for handing back") @Nullable UUID to,
      @Nullable String note) {
    UserId receiver() {
      if (to == null) {
        throw new InvalidInput(List.of(Problem.of("to", "task.to.missing")));
      }
      return new UserId(to);
    }

    String words() {
      return note == null ? "" : note;
    }
  }

  /** Until when. */
  @Schema(name = "PutOff")
  record PutOffJson(
      @Schema(description = "the day it comes back, in the firm's time zone")
          @Nullable LocalDate until) {}

  /** What was done about a task without deciding it. */
  @Schema(name = "TaskEvent")
  record TaskEventJson(
      String kind,
      String actor,
      @Schema(description = "whom they acted for as a substitute") @Nullable String actingFor,
      @Schema(description = "who got it") @Nullable String other,
      String note,
      Instant at) {
    static TaskEventJson of(TaskEvent event) {
      return new TaskEventJson(
          Choice.word(event.kind()),
          event.actorName(),
          event.forName(),
          event.otherName(),
          event.note(),
          event.at());
    }
  }
}
