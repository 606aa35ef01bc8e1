package io.plumbline.procurement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.preview.RequestsInMemory;
import io.plumbline.preview.ViewTest;
import io.plumbline.procurement.NewLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Site engineer", roles = "REQUESTER")
class NewRequestViewTest extends ViewTest {
  @Autowired private RequestsInMemory requests;

  @Test
  void shouldShowEachMistakeAtItsFieldAndKeepWhatWasTyped() {
    navigate(NewRequestView.class);
    var item = find(TextField.class).withLabel("Item").single();
    test(item).setValue("Cement, 50 kg bag");

    click("Submit request");

    assertThat(find(DatePicker.class).single().isInvalid()).isTrue();
    assertThat(quantity().isInvalid()).isTrue();
    assertThat(item.isInvalid()).isFalse();
    assertThat(item.getValue()).isEqualTo("Cement, 50 kg bag");
  }

  @Test
  void shouldSayThatADateCannotBeReadInsteadOfThatItIsMissing() {
    navigate(NewRequestView.class);
    var neededBy = find(DatePicker.class).single();
    typeNoDay(neededBy);

    click("Submit request");

    assertThat(neededBy.isInvalid()).isTrue();
    assertThat(neededBy.getErrorMessage()).startsWith("This is no date. Write it as 26 Nov 2026");
  }

  @Test
  void shouldFileWhatWasTyped() {
    navigate(NewRequestView.class);
    choose("Project", "Tower B");
    choose("Category", "Materials");
    test(find(DatePicker.class).single()).setValue(LocalDate.of(2026, 11, 26));
    test(find(TextField.class).withLabel("Item").single()).setValue("Cement, 50 kg bag");
    test(quantity()).setValue(new BigDecimal("200"));
    test(find(TextField.class).withLabel("Unit").single()).setValue("bags");
    test(find(BigDecimalField.class).withLabel("Unit price").single())
        .setValue(new BigDecimal("22.50"));

    click("Submit request");

    var filed = Objects.requireNonNull(requests.submitted());
    assertThat(filed.category()).isEqualTo("materials");
    assertThat(filed.currency()).isEqualTo("SAR");
    assertThat(filed.lines())
        .containsExactly(new NewLine("Cement, 50 kg bag", new BigDecimal("200"), "bags", 2_250L));
    assertThat(getCurrentView()).isInstanceOf(RequestView.class);
  }

  @Test
  void shouldBringBackWhatWasNotSubmittedUntilOneStartsOver() {
    navigate(NewRequestView.class);
    choose("Project", "Tower B");
    test(find(TextField.class).withLabel("Item").single()).setValue("Cement, 50 kg bag");
    test(quantity()).setValue(new BigDecimal("200"));

    open("inbox", "");
    navigate(NewRequestView.class);

    assertThat(find(TextField.class).withLabel("Item").single().getValue())
        .isEqualTo("Cement, 50 kg bag");
    assertThat(quantity().getValue()).isEqualByComparingTo("200");
    click("Start over");
    assertThat(find(TextField.class).withLabel("Item").single().getValue()).isEmpty();
    open("inbox", "");
    navigate(NewRequestView.class);
    assertThat(quantity().getValue()).isNull();
  }

  private BigDecimalField quantity() {
    return find(BigDecimalField.class).withLabel("Quantity").single();
  }
}
