package io.plumbline.inbox.api;

import io.plumbline.inbox.BulkTasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many tasks at once. */
@RestController
@RequestMapping(path = "/api/v1/tasks/bulk", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class BulkController {
  private final BulkTasks bulk;

  BulkController(BulkTasks bulk) {
    this.bulk = bulk;
  }

  @Operation(
      summary = "Claims, releases, reassigns or decides up to 500 tasks",
      description =
          "Each task on its own, under the same rules as one at a time: the answer says of each"
              + " whether it was done, and why not.")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  BulkJson.ResultsJson run(@RequestBody BulkJson body, Locale locale) {
    return BulkJson.ResultsJson.of(bulk.run(body.toAction(), body.toKeys(), result -> {}), locale);
  }
}
