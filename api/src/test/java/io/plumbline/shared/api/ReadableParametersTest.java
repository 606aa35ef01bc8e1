package io.plumbline.shared.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class ReadableParametersTest {
  private final ReadableParameters filter =
      new ReadableParameters(new ProblemWriter(JsonMapper.shared()));
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain chain = new MockFilterChain();

  @Test
  void shouldRefuseWhatTheContainerCannotRead() throws Exception {
    filter.doFilter(new Unreadable(), response, chain);

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentAsString()).contains("parameters.unreadable");
    assertThat(chain.getRequest()).isNull();
  }

  @Test
  void shouldLetTheRestThrough() throws Exception {
    filter.doFilter(new MockHttpServletRequest(), response, chain);

    assertThat(chain.getRequest()).isNotNull();
  }

  private static final class Unreadable extends MockHttpServletRequest {
    @Override
    public Map<String, String[]> getParameterMap() {
      throw new IllegalStateException("Character decoding failed");
    }
  }
}
