package io.plumbline.inbox.api;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import io.plumbline.TestCallers;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.SavedFilter;
import io.plumbline.inbox.SavedFilters;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@ApiTest
class SavedFilterControllerTest {
  private static final UUID ID = UUID.randomUUID();
  private static final InboxQuery STEEL =
      InboxQuery.of(View.GROUPS, TaskFilter.NONE.words("steel"));
  private static final SavedFilter SAVED =
      new SavedFilter(
          ID,
          "Steel",
          "project-manager",
          UUID.randomUUID(),
          "Omar Haddad",
          false,
          Map.of("view", "groups", "q", "steel", "costCentre", "4711"));
  private final MockMvc http;
  private final JwtEncoder tokens;
  private final SavedFilters filters;
  private final Inbox inbox;

  SavedFilterControllerTest(MockMvc http, JwtEncoder tokens, SavedFilters filters, Inbox inbox) {
    this.http = http;
    this.tokens = tokens;
    this.filters = filters;
    this.inbox = inbox;
    given(inbox.count(any())).willReturn(new CappedCount(1_000, true));
  }

  @Test
  void shouldListWithCountsAndWhatNoLongerFits() throws Exception {
    given(filters.all()).willReturn(List.of(SAVED));

    perform(get("/api/v1/task-filters"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].name").value("Steel"))
        .andExpect(jsonPath("$[0].group").value("project-manager"))
        .andExpect(jsonPath("$[0].owner").value("Omar Haddad"))
        .andExpect(jsonPath("$[0].unfit[0]").value("costCentre"))
        .andExpect(jsonPath("$[0].found.more").value(true));

    then(inbox).should().count(STEEL);
  }

  @Test
  void shouldSaveChangeAndDelete() throws Exception {
    given(filters.save("Steel", STEEL, null)).willReturn(SAVED);
    given(filters.find(ID)).willReturn(SAVED);
    var body = "{\"name\": \"Steel\", \"fields\": {\"view\": \"groups\", \"q\": \"steel\"}}";

    perform(post("/api/v1/task-filters").contentType(MediaType.APPLICATION_JSON).content(body))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.id").value(ID.toString()));
    perform(
            put("/api/v1/task-filters/{id}", ID)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
        .andExpect(status().isOk());
    perform(delete("/api/v1/task-filters/{id}", ID)).andExpect(status().isNoContent());

    then(filters).should().change(ID, "Steel", null, STEEL);
    then(filters).should().delete(ID);
  }

  @Test
  void shouldRefuseFieldsThatDoNotExist() throws Exception {
    perform(
            post("/api/v1/task-filters")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"x\", \"fields\": {\"costCentre\": \"1\"}}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("fields.costCentre"));
  }

  @Test
  void shouldNotKnowFiltersOfOthers() throws Exception {
    given(filters.find(ID)).willThrow(new NotFound("filter", ID.toString()));

    perform(get("/api/v1/task-filters/{id}", ID)).andExpect(status().isNotFound());
    perform(get("/api/v1/task-filters/{id}", "x")).andExpect(status().is4xxClientError());
  }

  private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return http.perform(request.header("Authorization", TestCallers.bearer(tokens)));
  }
}
