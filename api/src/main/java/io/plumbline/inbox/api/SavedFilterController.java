package io.plumbline.inbox.api;

import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.QueryFields;
import io.plumbline.inbox.SavedFilter;
import io.plumbline.inbox.SavedFilters;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import io.plumbline.shared.api.PageJson.TotalJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Searches of the inbox that people keep. */
@RestController
@RequestMapping(path = "/api/v1/task-filters", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class SavedFilterController {
  private final SavedFilters filters;
  private final Inbox inbox;

  SavedFilterController(SavedFilters filters, Inbox inbox) {
    this.filters = filters;
    this.inbox = inbox;
  }

  @Operation(summary = "Your saved filters and those of your groups, with what each finds now")
  @GetMapping
  List<FilterJson> list() {
    return filters.all().stream().map(this::json).toList();
  }

  @Operation(summary = "One saved filter")
  @GetMapping("/{id}")
  FilterJson find(@PathVariable UUID id) {
    return json(filters.find(id));
  }

  @Operation(summary = "Keeps a search, for yourself or one of your groups")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  FilterJson save(@RequestBody NewFilterJson body) {
    return json(filters.save(body.named(), body.query().query(), body.group()));
  }

  @Operation(summary = "Renames, shares and replaces a saved filter")
  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  FilterJson change(@PathVariable UUID id, @RequestBody NewFilterJson body) {
    filters.change(id, body.named(), body.group(), body.query().query());
    return find(id);
  }

  @Operation(summary = "Deletes a saved filter")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id) {
    filters.delete(id);
  }

  private FilterJson json(SavedFilter filter) {
    var read = filter.read();
    var count = inbox.count(read.query());
    return new FilterJson(
        filter.id(),
        filter.name(),
        filter.group(),
        filter.ownerName(),
        filter.mayChange(),
        filter.fields(),
        read.unfit(),
        new TotalJson(count.value(), count.more()));
  }

  /** A search to keep. */
  @Schema(name = "NewTaskFilter")
  record NewFilterJson(
      @Schema(example = "Steel above 10,000") @Nullable String name,
      @Schema(description = "one of your groups, or nothing", example = "project-manager")
          @Nullable String group,
      @Schema(description = "parameters of the list of tasks, by name; a project by its id")
          @Nullable Map<String, String> fields) {
    String named() {
      return name == null ? "" : name;
    }

    QueryFields query() {
      var read = QueryFields.read(fields == null ? Map.of() : fields);
      if (!read.unfit().isEmpty()) {
        throw new InvalidInput(
            read.unfit().stream()
                .map(field -> Problem.of("fields." + field, "filter.field.unreadable"))
                .toList());
      }
      return read;
    }
  }

  /** A saved filter. */
  @Schema(name = "TaskFilter")
  record FilterJson(
      UUID id,
      String name,
      @Nullable String group,
      String owner,
      boolean mayChange,
      Map<String, String> fields,
      @Schema(description = "fields that no longer exist or cannot be read; they are left out")
          List<String> unfit,
      @Schema(description = "how many tasks it finds") TotalJson found) {}
}
