package io.plumbline.messaging.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedTextTest {
  @Test
  void shouldLetAddressesBeFollowedAndLeaveTheRest() {
    var text = new LinkedText("Decide <here>: https://plumb.line/decide/a-b_c.d?x=1. Or not.");

    assertThat(text.getChildren().filter(Anchor.class::isInstance).map(Anchor.class::cast))
        .singleElement()
        .satisfies(
            link -> assertThat(link.getHref()).isEqualTo("https://plumb.line/decide/a-b_c.d?x=1"));
    assertThat(text.getElement().getTextRecursively())
        .isEqualTo("Decide <here>: https://plumb.line/decide/a-b_c.d?x=1. Or not.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "javascript:alert(1)", "see http:// and www.plumb.line"})
  void shouldFollowNothingElse(String words) {
    assertThat(new LinkedText(words).getChildren().filter(Anchor.class::isInstance)).isEmpty();
  }
}
