package io.plumbline.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ElementNamesTest {
  private static final String MODEL =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
        <bpmn:process id="p"><bpmn:task id="CommitBudget" name="Commit budget"/></bpmn:process>
      </bpmn:definitions>
      """;

  @Test
  void shouldCallElementsByTheirNames() {
    assertThat(ElementNames.of(MODEL).name("CommitBudget")).isEqualTo("Commit budget");
  }

  @Test
  void shouldCallNamelessElementsByTheirIds() {
    assertThat(ElementNames.of(MODEL).name("p")).isEqualTo("p");
  }

  @Test
  void shouldReadNothingFromOutsideTheModel() {
    var foreign = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>";

    assertThatIllegalArgumentException().isThrownBy(() -> ElementNames.of(foreign));
  }
}
