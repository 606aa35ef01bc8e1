package io.plumbline.approval.api;

import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.approval.DecisionLinks;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whoever presses a link in a mail reads a page, whatever is broken behind it. */
class DecisionOutageTest {
  private final DecisionLinks links = mock();
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(new DecisionController(links)).build();

  @Test
  void shouldAnswerAPageWhenTheDatabaseIsAway() throws Exception {
    given(links.open(any())).willThrow(new CannotCreateTransactionException("away"));
    given(links.decide(any(), any(), any()))
        .willThrow(new CannotCreateTransactionException("away"));

    page(http.perform(get("/decide/x")).andExpect(status().isServiceUnavailable()));
    page(press().andExpect(status().isServiceUnavailable()));
  }

  @Test
  void shouldAnswerAPageWhenSomeoneElseWasFirst() throws Exception {
    given(links.decide(any(), any(), any()))
        .willThrow(new OptimisticLockingFailureException("changed"));

    page(press().andExpect(status().isConflict()));
  }

  @Test
  void shouldSayWhichCharacterIsNotKept() throws Exception {
    given(links.decide(any(), any(), any()))
        .willThrow(
            new DataIntegrityViolationException("refused", new SQLException("NUL", "22021")));

    press()
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("the character NUL")));
  }

  private ResultActions press() throws Exception {
    return http.perform(
        post("/decide")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("token", "x")
            .param("outcome", "approve"));
  }

  private static void page(ResultActions answer) throws Exception {
    answer
        .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
        .andExpect(content().string(containsString("it shows whether your answer was taken")));
  }
}
