package io.plumbline.inbox.api;

import io.plumbline.inbox.NewSubstitution;
import io.plumbline.inbox.Substitution;
import io.plumbline.inbox.Substitutions;
import io.plumbline.shared.api.Choice;
import io.plumbline.shared.api.NamedJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
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

/** Who stands in for whom. */
@RestController
@RequestMapping(path = "/api/v1/substitutions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Substitutions")
class SubstitutionController {
  private final Substitutions substitutions;

  SubstitutionController(Substitutions substitutions) {
    this.substitutions = substitutions;
  }

  @Operation(summary = "Substitutions you are part of")
  @GetMapping
  List<SubstitutionJson> list(
      @Parameter(description = "those of everybody; for organisation admins")
          @RequestParam(defaultValue = "false")
          boolean all) {
    return (all ? substitutions.all() : substitutions.mine())
        .stream().map(SubstitutionJson::of).toList();
  }

  @Operation(
      summary = "Names a substitute",
      description =
          "Yours counts once the substitute has accepted it; what an organisation admin sets for"
              + " someone counts at once.")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  SubstitutionJson name(@RequestBody NewSubstitutionJson body) {
    return SubstitutionJson.of(substitutions.name(body.toCore()));
  }

  @Operation(summary = "Agrees to stand in")
  @PostMapping("/{id}/accept")
  SubstitutionJson accept(@PathVariable UUID id) {
    return SubstitutionJson.of(substitutions.accept(id));
  }

  @Operation(summary = "Declines to stand in")
  @PostMapping("/{id}/decline")
  SubstitutionJson decline(@PathVariable UUID id) {
    return SubstitutionJson.of(substitutions.decline(id));
  }

  @Operation(summary = "Ends it at once, or takes a proposal back")
  @PostMapping("/{id}/end")
  SubstitutionJson end(@PathVariable UUID id) {
    return SubstitutionJson.of(substitutions.end(id));
  }

  /** Who shall stand in for whom. */
  @Schema(name = "NewSubstitution")
  record NewSubstitutionJson(
      @Schema(description = "who is away; you when left out") @Nullable UUID absent,
      @Nullable UUID substitute,
      @Schema(description = "first day away") @Nullable LocalDate from,
      @Schema(description = "last day away, included") @Nullable LocalDate until,
      @Schema(description = "process id, for all when left out") @Nullable String process) {
    NewSubstitution toCore() {
      return new NewSubstitution(absent, substitute, from, until, process);
    }
  }

  /** One person stands in for another. */
  @Schema(name = "Substitution")
  record SubstitutionJson(
      UUID id,
      NamedJson absent,
      NamedJson substitute,
      LocalDate from,
      @Schema(description = "last day, included") LocalDate until,
      @Nullable String process,
      @Schema(description = "proposed, accepted, declined or ended") String state,
      @Schema(description = "its days have passed") boolean over,
      String setBy,
      boolean mayAnswer,
      boolean mayEnd) {
    static SubstitutionJson of(Substitution one) {
      return new SubstitutionJson(
          one.id(),
          new NamedJson(one.absent().value(), one.absentName()),
          new NamedJson(one.substitute().value(), one.substituteName()),
          one.from(),
          one.until(),
          one.processId(),
          Choice.word(one.state()),
          one.over(),
          one.setByName(),
          one.mayAnswer(),
          one.mayEnd());
    }
  }
}
