package io.plumbline.procurement.api;

import io.plumbline.identity.Caller;
import io.plumbline.procurement.NewPurchaseRequest;
import io.plumbline.procurement.PurchaseRequestFilter;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.Status;
import io.plumbline.procurement.SubmittedRequest;
import io.plumbline.project.Projects;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.api.Choice;
import io.plumbline.shared.api.IdOrCode;
import io.plumbline.shared.api.IdempotentCalls;
import io.plumbline.shared.api.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Purchase requests. */
@RestController
@RequestMapping(path = "/api/v1/purchase-requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Purchase requests")
class PurchaseRequestController {
  private final PurchaseRequests requests;
  private final Projects projects;
  private final IdempotentCalls calls;

  PurchaseRequestController(PurchaseRequests requests, Projects projects, IdempotentCalls calls) {
    this.requests = requests;
    this.projects = projects;
    this.calls = calls;
  }

  @Operation(
      summary = "Files a purchase request",
      description =
          "It has its number at once. With an Idempotency-Key a repeat within a week gives the first answer and has no second effect.")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<FiledJson> file(
      @RequestBody NewPurchaseRequestJson body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
    var filed = key == null ? submit(body) : once(caller, key, body);
    return ResponseEntity.created(URI.create("/api/v1/purchase-requests/" + filed.number()))
        .body(filed);
  }

  @Operation(summary = "One purchase request with lines, decisions, timeline, budget and order")
  @GetMapping("/{number}")
  PurchaseRequestJson find(@PathVariable String number) {
    return PurchaseRequestJson.of(requests.find(number));
  }

  @Operation(summary = "Purchase requests, newest first")
  @GetMapping
  PageJson<PurchaseRequestRowJson> list(
      @Parameter(description = "submitted, sent-back, approved, rejected, withdrawn or ordered")
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(description = "id or code") @RequestParam(required = false)
          @Nullable String project,
      @Parameter(description = "words in number, title and items") @RequestParam(required = false)
          @Nullable String q,
      @Parameter(description = "only those you requested") @RequestParam(defaultValue = "false")
          boolean mine,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "50") int limit) {
    var filter =
        new PurchaseRequestFilter(
            mine, Choice.find(Status.class, "status", status), project("project", project), q);
    var page = new PageRequest(offset, limit);
    return PageJson.of(
        requests.list(filter, page), PurchaseRequestRowJson::of, page, requests.count(filter));
  }

  @Operation(summary = "Takes a request back", description = "The process releases its budget.")
  @PostMapping(path = "/{number}/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
  PurchaseRequestJson withdraw(@PathVariable String number, @RequestBody ReasonJson body) {
    requests.withdraw(requests.find(number).id(), body.reason() == null ? "" : body.reason());
    return find(number);
  }

  @Operation(
      summary = "Comments on a request",
      description = "Colleagues named as @Name, who may see the request, are told.")
  @PostMapping(path = "/{number}/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<PurchaseRequestJson> comment(
      @PathVariable String number, @RequestBody CommentTextJson body) {
    requests.comment(requests.find(number).id(), body.body() == null ? "" : body.body());
    return ResponseEntity.status(201).body(find(number));
  }

  @Operation(summary = "The order as PDF")
  @GetMapping(path = "/{number}/order.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> order(@PathVariable String number) {
    var file = requests.orderDocument(number);
    var disposition = ContentDisposition.inline().filename(file.name()).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.contentType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(file.content());
  }

  private FiledJson once(Caller caller, String key, NewPurchaseRequestJson body) {
    return calls.once(
        new IdempotentCalls.Key(caller.user().value(), key),
        body,
        FiledJson.class,
        () -> submit(body));
  }

  private FiledJson submit(NewPurchaseRequestJson body) {
    NewPurchaseRequest request = body.toCore(project("projectId", body.projectId()));
    return FiledJson.of(requests.submit(request));
  }

  private @Nullable UUID project(String field, @Nullable String named) {
    return IdOrCode.resolve(
        field, named, code -> projects.findByCode(code).map(found -> found.id().value()));
  }

  /** What the requester gets at once. */
  @Schema(name = "FiledPurchaseRequest")
  record FiledJson(UUID id, @Schema(example = "PR-000123") String number) {
    static FiledJson of(SubmittedRequest submitted) {
      return new FiledJson(submitted.id().value(), submitted.number());
    }
  }

  @Schema(name = "Reason")
  record ReasonJson(@Nullable String reason) {}

  @Schema(name = "CommentText")
  record CommentTextJson(@Nullable String body) {}
}
