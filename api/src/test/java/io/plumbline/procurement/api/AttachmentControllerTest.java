package io.plumbline.procurement.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import io.plumbline.TestCallers;
import io.plumbline.document.Attachment;
import io.plumbline.document.AttachmentId;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.Attachments;
import io.plumbline.document.FileId;
import io.plumbline.identity.UserId;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Problem;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@ApiTest
class AttachmentControllerTest {
  private static final String FILES = "/api/v1/purchase-requests/PR-000001/attachments";
  private static final UUID ID = UUID.fromString("0197a3a0-0000-7000-8000-0000000000bb");
  private static final byte[] BYTES = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

  private final MockMvc http;
  private final JwtEncoder tokens;
  private final PurchaseRequests requests;
  private final Attachments attachments;
  private AttachmentSubject subject;

  AttachmentControllerTest(
      MockMvc http, JwtEncoder tokens, PurchaseRequests requests, Attachments attachments) {
    this.http = http;
    this.tokens = tokens;
    this.requests = requests;
    this.attachments = attachments;
    this.subject = AttachmentSubject.of(ID);
  }

  @BeforeEach
  void oneRequest() {
    var details = PurchaseRequestControllerTest.details();
    subject = AttachmentSubject.of(details.id().value());
    given(requests.find("PR-000001")).willReturn(details);
    given(attachments.find(new AttachmentId(ID))).willReturn(file(subject));
  }

  @Test
  void shouldTakeTheBodyAsTheFile() throws Exception {
    given(attachments.add(eq(subject), eq("offer.pdf"), any(InputStream.class)))
        .willAnswer(
            call -> {
              assertThat(call.<InputStream>getArgument(2).readAllBytes()).isEqualTo(BYTES);
              return file(subject);
            });

    perform(
            post(FILES)
                .param("name", "offer.pdf")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(BYTES))
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", FILES + "/" + ID))
        .andExpect(jsonPath("$.name").value("angebot.pdf"))
        .andExpect(jsonPath("$.contentType").value("application/pdf"));
  }

  @Test
  void shouldTakeMoreThanOtherBodiesMayHave() throws Exception {
    given(attachments.add(any(), any(), any(InputStream.class))).willReturn(file(subject));

    perform(
            post(FILES)
                .param("name", "scan.png")
                .contentType(MediaType.IMAGE_PNG)
                .content(new byte[2_000_000]))
        .andExpect(status().isCreated());
  }

  @Test
  void shouldRefuseATooLargeFileBeforeReadingIt() throws Exception {
    willThrow(new InvalidInput(List.of(Problem.of("file", "file.tooLarge", 25))))
        .given(attachments)
        .requireSize(anyLong());

    perform(
            post(FILES)
                .param("name", "video.png")
                .contentType(MediaType.IMAGE_PNG)
                .content(new byte[10]))
        .andExpect(status().isContentTooLarge())
        .andExpect(jsonPath("$.errors[0].field").value("file"));

    then(attachments).should(never()).add(any(), any(), any(InputStream.class));
  }

  @Test
  void shouldRefuseForms() throws Exception {
    perform(post(FILES).contentType(MediaType.APPLICATION_FORM_URLENCODED).param("name", "x"))
        .andExpect(status().isUnsupportedMediaType());
  }

  @Test
  void shouldHandOutAFileAsADownloadOnly() throws Exception {
    willAnswer(
            call -> {
              call.<OutputStream>getArgument(1).write(BYTES);
              return null;
            })
        .given(attachments)
        .copy(eq(new AttachmentId(ID)), any());

    perform(get(FILES + "/" + ID))
        .andExpect(status().isOk())
        .andExpect(content().bytes(BYTES))
        .andExpect(header().string("Content-Type", "application/pdf"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
        .andExpect(
            header()
                .string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment;")));
  }

  @Test
  void shouldNotShowAFileOfAnotherRequestUnderThisOne() throws Exception {
    given(attachments.find(new AttachmentId(ID)))
        .willReturn(file(AttachmentSubject.of(UUID.randomUUID())));

    perform(get(FILES + "/" + ID)).andExpect(status().isNotFound());
    perform(delete(FILES + "/" + ID)).andExpect(status().isNotFound());
  }

  @Test
  void shouldHideFilesOfOthers() throws Exception {
    given(attachments.find(new AttachmentId(ID))).willThrow(new NotFound("file", ID));

    perform(get(FILES + "/" + ID)).andExpect(status().isNotFound());
    perform(get(FILES + "/not-an-id")).andExpect(status().isBadRequest());
  }

  @Test
  void shouldRemoveAFile() throws Exception {
    perform(delete(FILES + "/" + ID)).andExpect(status().isNoContent());

    then(attachments).should().remove(new AttachmentId(ID));
  }

  private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return http.perform(request.header("Authorization", TestCallers.bearer(tokens)));
  }

  private static Attachment file(AttachmentSubject of) {
    return new Attachment(
        new AttachmentId(ID),
        of,
        new FileId(UUID.randomUUID()),
        "angebot.pdf",
        "application/pdf",
        BYTES.length,
        new UserId(UUID.randomUUID()),
        "Site engineer",
        Instant.parse("2026-11-20T08:00:00Z"),
        true);
  }
}
