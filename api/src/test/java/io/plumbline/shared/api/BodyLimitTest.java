package io.plumbline.shared.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class BodyLimitTest {
  private final BodyLimit limit = new BodyLimit(new ProblemWriter(JsonMapper.shared()));

  @Test
  void shouldStopBodyOfUnknownLengthAtLimit() {
    var request = new OfUnknownLength();
    request.setContent(new byte[BodyTooLarge.LIMIT_BYTES + 1]);

    assertThatThrownBy(
            () ->
                limit.doFilter(
                    request,
                    new MockHttpServletResponse(),
                    (read, response) -> read.getInputStream().readAllBytes()))
        .isInstanceOf(BodyTooLarge.class);
  }

  @Test
  void shouldLetBodyAtLimitThrough() throws Exception {
    var request = new OfUnknownLength();
    request.setContent(new byte[BodyTooLarge.LIMIT_BYTES]);
    var read = new int[1];

    limit.doFilter(
        request,
        new MockHttpServletResponse(),
        (passed, response) -> read[0] = passed.getInputStream().readAllBytes().length);

    assertThat(read[0]).isEqualTo(BodyTooLarge.LIMIT_BYTES);
  }

  private static final class OfUnknownLength extends MockHttpServletRequest {
    @Override
    public long getContentLengthLong() {
      return -1;
    }
  }
}
