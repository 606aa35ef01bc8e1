package io.plumbline.shared.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@ApiTest
class ApiDescriptionTest {
  private final MockMvc http;

  ApiDescriptionTest(MockMvc http) {
    this.http = http;
  }

  @Test
  void shouldDescribeEveryResourceWithoutToken() throws Exception {
    http.perform(get("/v3/api-docs"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.info.title").value("Plumbline"))
        .andExpect(jsonPath("$.paths['/api/v1/purchase-requests'].post.summary").exists())
        .andExpect(jsonPath("$.paths['/api/v1/tasks/{key}/complete'].post.summary").exists())
        .andExpect(jsonPath("$.paths['/api/v1/process-instances/{key}'].get").exists())
        .andExpect(jsonPath("$.paths['/api/v1/token'].post").exists())
        .andExpect(jsonPath("$.components.schemas.Money.properties.amountMinor").exists())
        .andExpect(jsonPath("$.components.schemas.Problem.properties.errors").exists())
        .andExpect(
            jsonPath(
                    "$.paths['/api/v1/tasks'].get.responses['4XX'].content['application/problem+json']")
                .exists())
        .andExpect(jsonPath("$.components.securitySchemes.bearer.scheme").value("bearer"));
  }
}
