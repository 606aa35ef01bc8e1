package io.plumbline.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.inbox.SavedFilter;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.Toast;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks for the name of a filter and who else sees it. */
class SavedFilterDialog extends Dialog {
  private static final int LONGEST_NAME = 80;
  private final TextField name = new TextField();
  private final Select<String> group = new Select<>();

  /** What is done with the name and the group. */
  interface Then {
    void save(String name, @Nullable String group);
  }

  /**
   * Opens with what a filter has.
   *
   * @param filter the one to change, or null for a new one
   * @param groups those the caller may share it with
   */
  SavedFilterDialog(@Nullable SavedFilter filter, Set<String> groups, Then then) {
    setHeaderTitle(getTranslation(filter == null ? "filter.save" : "filter.change"));
    name.setLabel(getTranslation("filter.name"));
    name.setMaxLength(LONGEST_NAME);
    name.setRequiredIndicatorVisible(true);
    name.setAutofocus(true);
    group.setLabel(getTranslation("filter.share"));
    group.setItems(groups.stream().sorted().toList());
    group.setEmptySelectionAllowed(true);
    group.setEmptySelectionCaption(getTranslation("filter.share.nobody"));
    group.setItemLabelGenerator(
        each -> each == null ? getTranslation("filter.share.nobody") : Groups.name(each));
    if (filter != null) {
      name.setValue(filter.name());
      group.setValue(groups.contains(filter.group()) ? filter.group() : null);
    }
    var fields = new Div(name, group);
    fields.addClassName("dialog-fields");
    add(fields);
    var save = new Button(getTranslation("filter.save.do"), clicked -> save(then));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("reason.cancel"), clicked -> close()), save);
  }

  private void save(Then then) {
    try {
      then.save(name.getValue(), group.getValue());
      close();
    } catch (InvalidInput odd) {
      new FieldErrors().at("name", name).show(odd.problems());
    } catch (Conflict taken) {
      name.setErrorMessage(
          taken.problems().stream().map(FieldErrors::sentence).collect(Collectors.joining(" ")));
      name.setInvalid(true);
      name.focus();
    } catch (Refusal refused) {
      Toast.refused(refused);
    }
  }
}
