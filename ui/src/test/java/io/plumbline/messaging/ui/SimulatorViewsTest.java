package io.plumbline.messaging.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Enclosed;
import io.plumbline.preview.SimulatorInMemory;
import io.plumbline.preview.ViewTest;
import io.plumbline.shared.ui.LoginView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class SimulatorViewsTest extends ViewTest {
  @Autowired private SimulatorInMemory simulator;

  @Test
  void shouldPlayThePhoneInTheAddressAndShowTheAnswer() {
    open("simulator/phone", "to=%2B966500000001&by=WHATSAPP");

    var text = find(TextField.class).single();
    test(text).setValue("Need 200 bags of cement");
    test(find(Button.class).withAttribute("aria-label", "Send").single()).click();

    assertThat(find(Span.class).withText("Need 200 bags of cement").exists()).isTrue();
    assertThat(find(Span.class).withText("PR-000001 is filed.").exists()).isTrue();
    assertThat(text.getValue()).isEmpty();
  }

  @Test
  void shouldPressTheButtonsUnderAMessage() {
    simulator.ask("Approve PR-000001?", new PhoneSimulator.Button("Approve", "decide:1"));
    open("simulator/phone", "to=%2B966500000001&by=WHATSAPP");

    test(find(NativeButton.class).withText("Approve").single()).click();

    assertThat(find(Span.class).withText("Approve by decide:1").exists()).isTrue();
  }

  @Test
  void shouldPlayAPhoneThatIsNobodysYet() {
    open("simulator/phone", "to=%2B966501234567&by=SMS");

    assertThat(find(Span.class).withText("+966501234567 · SMS").exists()).isTrue();
    assertThat(find(TextField.class).single().isEnabled()).isTrue();
  }

  @Test
  void shouldShowPicturesAndKeepOtherFilesToSave() {
    simulator.send(SimulatorInMemory.SITE, "Look", file("site.png", "image/png"));
    simulator.send(SimulatorInMemory.SITE, "", file("plan.svg", "image/svg+xml"));
    open("simulator/phone", "to=%2B966500000001&by=WHATSAPP");

    assertThat(find(Image.class).withAttribute("alt", "site.png").exists()).isTrue();
    assertThat(find(Anchor.class).withText("plan.svg").exists()).isTrue();
    assertThat(find(Upload.class).single().isEnabled()).isTrue();
  }

  @Test
  void shouldSendAFileWithWhatIsTyped() {
    open("simulator/phone", "to=%2B966500000001&by=WHATSAPP");
    var text = find(TextField.class).single();
    test(text).setValue("The crack in the wall");
    find(PhoneView.class).single().send(text.getValue(), file("wall.jpg", "image/jpeg"));

    assertThat(find(Image.class).withAttribute("alt", "wall.jpg").exists()).isTrue();
    assertThat(find(Span.class).withText("The crack in the wall").exists()).isTrue();
  }

  private static Enclosed file(String name, String type) {
    return new Enclosed(name, type, new byte[] {1, 2, 3});
  }

  @Test
  void shouldListPhonesByFirm() {
    open("simulator/phone", "");

    assertThat(find(H2.class).withText("Acme Contracting").exists()).isTrue();
    assertThat(find(H2.class).withText("Borealis Facilities").exists()).isTrue();
    assertThat(find(NativeButton.class).all()).hasSize(2);
  }

  @Test
  void shouldSendWhoeverSitsElsewhereToTheSignIn() {
    open("simulator/phone", "");
    VaadinSession.getCurrent().setAttribute(ThisMachine.class.getName(), false);
    open("simulator/mailbox", "");

    assertThat(find(LoginView.class).exists()).isTrue();
    assertThat(find(ComboBox.class).exists()).isFalse();
  }

  @Test
  void shouldStopListeningWhenLeft() {
    var before = simulator.listeners();
    open("simulator/phone", "");
    open("simulator/mailbox", "");

    assertThat(simulator.listeners()).isEqualTo(before);
  }

  @Test
  void shouldShowMailWithItsFile() {
    open("simulator/mailbox", "to=orders%40steel.example");

    assertThat(find(H2.class).withText("Order PO-000001").exists()).isTrue();
    assertThat(find(Anchor.class).withText("PO-000001.pdf").exists()).isTrue();
  }

  @Test
  @SuppressWarnings("unchecked")
  void shouldSayWhenTheMailboxIsAway() {
    open("simulator/mailbox", "");
    var address = (ComboBox<String>) find(ComboBox.class).single();
    test(address).selectItem("away@steel.example");

    assertThat(find(Main.class).single().getChildren()).isNotEmpty();
    assertThat(find(H2.class).withText("The mailbox does not answer").exists()).isTrue();
  }
}
