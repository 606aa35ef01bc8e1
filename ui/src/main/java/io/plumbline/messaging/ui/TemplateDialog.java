package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.messaging.MessageTemplate;
import io.plumbline.messaging.NewMessageTemplate;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.Toast;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/** Enters or changes a template and shows how it will read. */
class TemplateDialog extends Dialog {
  private final TextField kind = new TextField();
  private final TextField language = new TextField();
  private final TextField contentSid = new TextField();
  private final TextArea body = new TextArea();
  private final TextField variables = new TextField();
  private final Checkbox active = new Checkbox();
  private final Paragraph preview = new Paragraph();
  private final FieldErrors errors = new FieldErrors();
  private final transient Consumer<NewMessageTemplate> save;

  TemplateDialog(Consumer<NewMessageTemplate> save) {
    this.save = save;
    setHeaderTitle(getTranslation("template.new"));
    addClassName("template-dialog");
    setUp(kind, "kind");
    setUp(language, "language");
    setUp(contentSid, "contentSid");
    setUp(variables, "variables");
    body.setLabel(getTranslation("template.body"));
    body.setHelperText(getTranslation("template.body.help"));
    body.setMinRows(3);
    body.setWidthFull();
    body.setValueChangeMode(ValueChangeMode.LAZY);
    body.addValueChangeListener(typed -> showPreview());
    variables.setValueChangeMode(ValueChangeMode.LAZY);
    variables.addValueChangeListener(typed -> showPreview());
    errors.at("body", body);
    active.setLabel(getTranslation("template.active"));
    active.setValue(true);
    preview.addClassNames("callout", "prose", "template-preview");
    preview.setVisible(false);
    preview.getElement().setAttribute("dir", "auto").setAttribute("role", "status");
    var form = new Div(kind, language, contentSid, body, variables, preview, active);
    form.addClassName("template-fields");
    add(form);
    var done = new Button(getTranslation("template.save"), clicked -> save());
    done.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("reason.cancel"), clicked -> close()), done);
  }

  TemplateDialog(MessageTemplate template, Consumer<NewMessageTemplate> save, Runnable remove) {
    this(save);
    setHeaderTitle(getTranslation("template.change"));
    kind.setValue(template.kind());
    language.setValue(template.language());
    contentSid.setValue(template.contentSid());
    body.setValue(template.body());
    variables.setValue(String.join(", ", template.variables()));
    active.setValue(template.active());
    showPreview();
    var away = new Button(getTranslation("template.remove"), clicked -> ask(remove));
    away.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    getFooter().addComponentAsFirst(away);
  }

  private void ask(Runnable remove) {
    new ConfirmDialog(
            getTranslation("template.remove.title"),
            getTranslation("template.remove.text"),
            getTranslation("template.remove"),
            confirmed -> {
              close();
              remove.run();
            },
            getTranslation("reason.cancel"),
            left -> {})
        .open();
  }

  private void setUp(TextField field, String name) {
    field.setLabel(getTranslation("template." + name));
    field.setHelperText(getTranslation("template." + name + ".help"));
    field.setWidthFull();
    errors.at(name, field);
  }

  private void save() {
    try {
      save.accept(
          new NewMessageTemplate(
              kind.getValue(),
              language.getValue(),
              contentSid.getValue(),
              body.getValue(),
              names(),
              active.getValue()));
      close();
    } catch (InvalidInput invalid) {
      var unplaced = errors.show(invalid.problems());
      if (!unplaced.isEmpty()) {
        Toast.refused(new InvalidInput(unplaced));
      }
    }
  }

  private List<String> names() {
    return Arrays.stream(variables.getValue().split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** With the variables' names as sample values. */
  private void showPreview() {
    var samples = new LinkedHashMap<String, String>();
    for (var name : names()) {
      samples.put(Integer.toString(samples.size() + 1), "[" + name + "]");
    }
    preview.setText(MessageTemplate.text(body.getValue(), samples));
    preview.setVisible(!body.isEmpty());
  }
}
