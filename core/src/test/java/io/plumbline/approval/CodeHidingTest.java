package io.plumbline.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CodeHidingTest {
  private final CodeHiding hiding = new CodeHiding();

  @Test
  void shouldHideCodesAndPlacesOfLinks() {
    assertThat(hiding.hide("Answer YES 4821 to approve")).isEqualTo("Answer YES •••• to approve");
    assertThat(hiding.hide("Answer YES " + CodeText.code(UUID.randomUUID()) + " to approve"))
        .isEqualTo("Answer YES •••• to approve");
    assertThat(hiding.hide("Decide here: https://x/decide/" + LinkText.place(UUID.randomUUID())))
        .isEqualTo("Decide here: https://x/decide/••••");
  }

  @Test
  void shouldLeaveOtherTextsAlone() {
    var text = "Yes, {offer-12} for 4821 bags";
    assertThat(hiding.hide(text)).isEqualTo(text);
  }
}
