package io.plumbline.approval.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.WebhookTestApplication;
import io.plumbline.approval.ApprovalScene;
import io.plumbline.identity.Role;
import io.plumbline.procurement.TestFirm;
import io.plumbline.procurement.TestFirms;
import io.plumbline.procurement.TestRequest;
import io.plumbline.shared.api.ProblemWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SpringBootTest(
    classes = WebhookTestApplication.class,
    properties = {"spring.main.banner-mode=off", "spring.flyway.enabled=false"})
@Import({
  DecisionController.class,
  DecisionPageSecurity.class,
  ProblemWriter.class,
  TestFirms.class,
  ApprovalScene.class
})
@AutoConfigureMockMvc
@TestConstructor(autowireMode = AutowireMode.ALL)
class DecisionPageTest {
  private final MockMvc http;
  private final TestFirms firms;
  private final ApprovalScene scene;
  private TestFirm firm;
  private long task;
  private String token;

  DecisionPageTest(MockMvc http, TestFirms firms, ApprovalScene scene) {
    this.http = http;
    this.firms = firms;
    this.scene = scene;
  }

  @BeforeEach
  void mailTheManager() {
    firm = firms.newFirm();
    var line = TestRequest.line("<b>cement</b>", "10", "bags", 2_250);
    var request = firm.aRequest().of(line).submitted().id();
    task = scene.task(firm, request, Role.PROJECT_MANAGER);
    token = scene.token(firm.tenant(), firm.projectManager(), task);
  }

  @Test
  void shouldDecideNothingByLooking() throws Exception {
    for (var look = 0; look < 3; look++) {
      http.perform(get("/decide/" + token))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("225 SAR")))
          .andExpect(content().string(containsString(">Approve 225 SAR</button>")));
      http.perform(head("/decide/" + token)).andExpect(status().isOk());
    }
    http.perform(get("/decide?token=" + token + "&outcome=approve"))
        .andExpect(status().is4xxClientError());
    http.perform(put("/decide").param("token", token)).andExpect(status().is4xxClientError());
    assertThat(decided()).isFalse();
  }

  @Test
  void shouldDecideByTheButtonAndOnlyOnce() throws Exception {
    press(token, "approve", "")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Approved: PR-000001")));
    assertThat(decided()).isTrue();
    press(token, "approve", "")
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("already answered")));
    http.perform(get("/decide/" + token)).andExpect(status().isConflict());
  }

  @Test
  void shouldAskForTheReasonAndKeepWhatWasTyped() throws Exception {
    press(token, "reject", "")
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Give a reason.")))
        .andExpect(content().string(containsString("<form")));
    press(token, "surprise", "\"><script>")
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("&quot;&gt;&lt;script&gt;")));
    assertThat(decided()).isFalse();
  }

  @Test
  void shouldKnowNoForgedLink() throws Exception {
    for (var forged : new String[] {"x", token + "x", token.substring(2)}) {
      http.perform(get("/decide/" + forged)).andExpect(status().isNotFound());
      press(forged, "approve", "").andExpect(status().isNotFound());
    }
    press("", "approve", "").andExpect(status().isNotFound());
    assertThat(decided()).isFalse();
  }

  @Test
  void shouldLeadToTheInboxFromWhatIsNoLink() throws Exception {
    for (var cut : new String[] {"/decide", "/decide/", "/decide/" + token + "/more"}) {
      http.perform(get(cut))
          .andExpect(status().isNotFound())
          .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
          .andExpect(content().string(containsString("href=\"/inbox\"")));
    }
  }

  @Test
  void shouldShowWordsOfOthersAsWords() throws Exception {
    http.perform(get("/decide/" + token))
        .andExpect(content().string(containsString("&lt;b&gt;cement&lt;/b&gt;")))
        .andExpect(content().string(not(containsString("<b>cement"))));
  }

  @Test
  void shouldLetNothingOut() throws Exception {
    http.perform(get("/decide/" + token))
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(header().string("X-Frame-Options", "DENY"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
        .andExpect(header().doesNotExist("Set-Cookie"));
  }

  private ResultActions press(String link, String outcome, String reason) throws Exception {
    return http.perform(
        post("/decide")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("token", link)
            .param("outcome", outcome)
            .param("reason", reason));
  }

  private boolean decided() {
    return scene.decided(firm.tenant(), firm.projectManager(), task);
  }
}
