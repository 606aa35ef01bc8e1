package io.plumbline.operations.api;

import io.plumbline.operations.Operations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Process instances, for operators. */
@RestController
@RequestMapping(path = "/api/v1/process-instances", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Process instances")
class ProcessInstanceController {
  private final Operations operations;

  ProcessInstanceController(Operations operations) {
    this.operations = operations;
  }

  @Operation(summary = "Where a process instance stands", description = "For operators only.")
  @GetMapping("/{key}")
  ProcessInstanceJson find(@PathVariable long key) {
    return ProcessInstanceJson.of(operations.find(key));
  }

  @Operation(
      summary = "Ends a process instance early",
      description = "As its model says, so that nothing stays committed. For operators only.")
  @PostMapping(path = "/{key}/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
  ProcessInstanceJson cancel(@PathVariable long key, @RequestBody ReasonJson body) {
    operations.cancel(key, body.reason() == null ? "" : body.reason());
    return find(key);
  }

  @Schema(name = "CancellationReason")
  record ReasonJson(@Nullable String reason) {}
}
