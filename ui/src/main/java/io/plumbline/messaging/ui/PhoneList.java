package io.plumbline.messaging.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.plumbline.messaging.PhoneSimulator.Phone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Whose phone to play, by firm; one button per person and channel. */
class PhoneList extends Div {
  private final Map<Phone, NativeButton> buttons = new LinkedHashMap<>();

  PhoneList(List<Phone> phones, Consumer<Phone> choose) {
    addClassName("phone-list");
    var firm = "-";
    for (var phone : phones) {
      if (!phone.firm().equals(firm)) {
        firm = phone.firm();
        add(new H2(firm.isEmpty() ? getTranslation("phone.others") : firm));
      }
      var button = button(phone);
      button.addClickListener(clicked -> choose.accept(phone));
      buttons.put(phone, button);
      add(button);
    }
  }

  void mark(Phone chosen) {
    buttons.forEach(
        (phone, button) ->
            button.getElement().setAttribute("aria-pressed", "" + phone.equals(chosen)));
  }

  private NativeButton button(Phone phone) {
    var name = new Span(PhoneScreen.owner(phone));
    var line =
        new Span(getTranslation("channel." + phone.channel().name()) + " · " + phone.address());
    line.addClassName("muted");
    var button = new NativeButton();
    button.add(name, line);
    return button;
  }
}
