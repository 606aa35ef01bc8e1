package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.messaging.MessageTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Chooses an approved template, fills it and shows how it will read. */
class TemplateForm extends Div {
  private final Select<MessageTemplate> choice = new Select<>();
  private final Div values = new Div();
  private final Paragraph preview = new Paragraph();
  private final Button send;
  private final Map<String, TextField> fields = new LinkedHashMap<>();

  TemplateForm(
      Supplier<List<MessageTemplate>> templates, BiConsumer<UUID, Map<String, String>> write) {
    addClassName("template-form");
    choice.setLabel(getTranslation("conversation.template"));
    choice.setItemLabelGenerator(each -> each.kind() + " · " + each.locale().getDisplayLanguage());
    choice.setItems(templates.get());
    choice.setHelperText(
        getTranslation(
            templates.get().isEmpty()
                ? "conversation.template.none"
                : "conversation.template.help"));
    choice.addValueChangeListener(chosen -> ask(chosen.getValue()));
    preview.addClassNames("callout", "prose");
    preview.getElement().setAttribute("dir", "auto");
    preview.setVisible(false);
    values.addClassName("template-values");
    send = new Button(getTranslation("conversation.template.send"), VaadinIcon.PAPERPLANE.create());
    send.addThemeVariants(ButtonVariant.PRIMARY);
    send.setEnabled(false);
    send.addClickListener(
        clicked -> {
          if (complete()) {
            write.accept(choice.getValue().id(), typed());
            choice.clear();
          }
        });
    add(choice, values, preview, send);
  }

  private void ask(MessageTemplate template) {
    values.removeAll();
    fields.clear();
    send.setEnabled(template != null);
    preview.setVisible(template != null);
    if (template == null) {
      return;
    }
    for (var name : template.variables()) {
      var field = new TextField(name);
      field.setErrorMessage(getTranslation("conversation.template.missing"));
      field.setValueChangeMode(ValueChangeMode.LAZY);
      field.addValueChangeListener(changed -> show(template));
      fields.put(name, field);
      values.add(field);
    }
    show(template);
  }

  private void show(MessageTemplate template) {
    var byNumber = new LinkedHashMap<String, String>();
    var number = 1;
    for (var field : fields.values()) {
      if (!field.isEmpty()) {
        byNumber.put(Integer.toString(number), field.getValue().strip());
      }
      number++;
    }
    preview.setText(template.textWith(byNumber));
  }

  /** False, and said at each field, when values are missing. */
  private boolean complete() {
    var missing = fields.values().stream().filter(field -> field.getValue().isBlank()).toList();
    fields.values().forEach(field -> field.setInvalid(missing.contains(field)));
    missing.stream().findFirst().ifPresent(TextField::focus);
    return missing.isEmpty();
  }

  private Map<String, String> typed() {
    var typed = new LinkedHashMap<String, String>();
    fields.forEach((name, field) -> typed.put(name, field.getValue()));
    return typed;
  }
}
