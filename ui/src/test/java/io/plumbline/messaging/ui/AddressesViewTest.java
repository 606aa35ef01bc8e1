package io.plumbline.messaging.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import io.plumbline.preview.AddressesInMemory;
import io.plumbline.preview.ViewTest;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(
    username = "Project manager",
    roles = {"REQUESTER", "PROJECT_MANAGER"})
class AddressesViewTest extends ViewTest {
  @Autowired private AddressesInMemory addresses;

  @BeforeEach
  void open() {
    addresses.reset();
    navigate("addresses", AddressesView.class);
  }

  @Test
  void shouldConnectAnAddressByItsCode() {
    type("Number or mail address", "+966500000002");
    click("Send code");
    type("Code sent to +966500000002", "123456");
    click("Connect");

    assertThat(addresses.known).extracting(Known::address).contains("+966500000002");
    assertThat(find(Span.class).withText("+966500000002").exists()).isTrue();
    assertThat(find(Span.class).withText("Proven").exists()).isTrue();
  }

  @Test
  void shouldConfirmTheRecordedMailAddress() {
    assertThat(find(Span.class).withText("Not confirmed yet").exists()).isTrue();
    assertThat(find(Button.class).withText("Remove").all()).as("of the phone only").hasSize(1);

    click("Confirm");
    type("Code sent to " + AddressesInMemory.RECORDED, "123456");
    click("Connect");

    assertThat(find(Span.class).withText("Not confirmed yet").exists()).isFalse();
    assertThat(addresses.known).hasSize(2).allMatch(one -> one.provenAt() != null);
  }

  @Test
  @WithMockUser(username = "Administrator", roles = "ORGANISATION_ADMIN")
  @SuppressWarnings("unchecked")
  void shouldLeaveConfirmingToThePersonThemselves() {
    var whose = (ComboBox<Person>) find(ComboBox.class).single();
    whose.setValue(new Person(new UserId(UUID.randomUUID()), "Petra", null, Set.of()));
    assertThat(find(Span.class).withText("Not confirmed yet").exists()).isTrue();
    assertThat(find(Button.class).withText("Confirm").exists()).isFalse();
  }

  @Test
  void shouldSayAtTheFieldWhatIsWrong() {
    type("Number or mail address", "0500000002");
    click("Send code");
    assertThat(field("Number or mail address").getErrorMessage()).contains("country code");

    type("Number or mail address", "+966500000002");
    click("Send code");
    type("Code sent to +966500000002", "12 34");
    click("Connect");
    assertThat(field("Code sent to +966500000002").getErrorMessage()).contains("six digits");
    type("Code sent to +966500000002", "000 000");
    click("Connect");
    assertThat(field("Code sent to +966500000002").getErrorMessage()).contains("not the code");
  }

  @Test
  void shouldAskBeforeRemoving() {
    click("Remove");
    assertThat(addresses.known).hasSize(2);
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(addresses.known)
        .extracting(Known::address)
        .containsExactly(AddressesInMemory.RECORDED);
  }

  @Test
  void shouldAskWhetherAStrangersPhoneIsOnesOwn() {
    type("Code from the answer", "123456");
    click("Check");
    assertThat(addresses.known).hasSize(2);
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(addresses.known).extracting(Known::address).contains("US.1349");
  }

  @Test
  void shouldLeaveTheLimitToAdmins() {
    assertThat(find(BigDecimalField.class).exists()).isFalse();
  }

  @Test
  @WithMockUser(username = "Administrator", roles = "ORGANISATION_ADMIN")
  void shouldLetAdminsChangeTheLimit() {
    var amount = find(BigDecimalField.class).withLabel("Up to, in SAR").single();
    test(amount).setValue(new BigDecimal("2500.50"));
    click("Save");
    assertThat(addresses.limit).isEqualTo(250_050);
  }

  @Test
  @WithMockUser(username = "Administrator", roles = "ORGANISATION_ADMIN")
  @SuppressWarnings("unchecked")
  void shouldLeaveTheCodeToThePersonThemselves() {
    var whose = (ComboBox<Person>) find(ComboBox.class).single();
    whose.setValue(new Person(new UserId(UUID.randomUUID()), "Petra", null, Set.of()));
    type("Number or mail address", "+966500000002");
    click("Send code");

    assertThat(find(TextField.class).withLabel("Code sent to +966500000002").exists()).isFalse();
    assertThat(find(Paragraph.class).withTextContaining("Only the person can connect it").exists())
        .isTrue();
  }

  private TextField field(String label) {
    return find(TextField.class).withLabel(label).single();
  }

  private void type(String label, String text) {
    test(field(label)).setValue(text);
  }
}
