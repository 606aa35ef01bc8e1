package io.plumbline.procurement.api;

import io.plumbline.document.Attachment;
import io.plumbline.document.AttachmentId;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.Attachments;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files on purchase requests. */
@RestController
@RequestMapping(
    path = "/api/v1/purchase-requests/{number}/attachments",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Purchase requests")
class AttachmentController {
  private final PurchaseRequests requests;
  private final Attachments attachments;

  AttachmentController(PurchaseRequests requests, Attachments attachments) {
    this.requests = requests;
    this.attachments = attachments;
  }

  @Operation(
      summary = "Adds a file",
      description =
          "The body is the file itself, at most 25 MB unless configured otherwise. Its type is told by its content: pictures, PDF, DWG, office files without macros and plain text; anything else is refused.")
  @PostMapping(
      consumes = {
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        MediaType.APPLICATION_PDF_VALUE,
        "image/*",
        "text/*"
      })
  ResponseEntity<AttachmentJson> add(
      @PathVariable String number,
      @Parameter(description = "the file's name", example = "offer.pdf") @RequestParam String name,
      @Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    var subject = subject(number);
    attachments.requireSize(request.getContentLengthLong());
    var added = attachments.add(subject, name, request.getInputStream());
    return ResponseEntity.created(
            URI.create("/api/v1/purchase-requests/" + number + "/attachments/" + added.id()))
        .body(AttachmentJson.of(added));
  }

  @Operation(summary = "The files of a request, oldest first")
  @GetMapping
  List<AttachmentJson> list(@PathVariable String number) {
    return attachments.of(subject(number)).stream().map(AttachmentJson::of).toList();
  }

  @Operation(summary = "One file's content, as a download")
  @GetMapping(path = "/{id}", produces = MediaType.ALL_VALUE)
  void content(
      @PathVariable String number,
      @PathVariable UUID id,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    var file = find(number, id);
    var disposition =
        ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build();
    response.setContentType(file.contentType());
    response.setContentLengthLong(file.size());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    attachments.copy(file.id(), response.getOutputStream());
  }

  @Operation(
      summary = "Removes a file",
      description = "Only who added it, and only while the request is under way.")
  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(@PathVariable String number, @PathVariable UUID id) {
    attachments.remove(find(number, id).id());
    return ResponseEntity.noContent().build();
  }

  private Attachment find(String number, UUID id) {
    var subject = subject(number);
    var file = attachments.find(new AttachmentId(id));
    if (!file.subject().equals(subject)) {
      throw new NotFound("file", id);
    }
    return file;
  }

  private AttachmentSubject subject(String number) {
    return AttachmentSubject.of(requests.find(number).id().value());
  }
}
