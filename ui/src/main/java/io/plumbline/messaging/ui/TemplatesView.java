package io.plumbline.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.plumbline.messaging.MessageTemplate;
import io.plumbline.messaging.MessageTemplates;
import io.plumbline.messaging.NewMessageTemplate;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Message;
import io.plumbline.shared.ui.Roles;
import io.plumbline.shared.ui.Toast;
import jakarta.annotation.security.RolesAllowed;

/** The firm's approved WhatsApp templates, kept by its administrators. */
@Route("templates")
@Menu(title = "templates.title", order = 9, icon = "vaadin:file-text-o")
@RolesAllowed(Roles.ORGANISATION_ADMIN)
public class TemplatesView extends Div implements HasDynamicTitle {
  private final MessageTemplates templates;
  private final Grid<MessageTemplate> grid = new Grid<>();

  public TemplatesView(MessageTemplates templates) {
    this.templates = templates;
    addClassName("list-page");
    var add =
        new Button(
            getTranslation("templates.add"),
            VaadinIcon.PLUS.create(),
            clicked -> new TemplateDialog(this::add).open());
    add.addThemeVariants(ButtonVariant.PRIMARY);
    var intro = new Paragraph(getTranslation("templates.intro"));
    intro.addClassNames("muted", "prose");
    var head = new Div(intro, add);
    head.addClassName("templates-head");
    setUpGrid();
    add(head, grid);
    refresh();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("templates.title");
  }

  private void setUpGrid() {
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setEmptyStateComponent(
        new Message(
            VaadinIcon.FILE_TEXT_O,
            getTranslation("templates.empty.title"),
            getTranslation("templates.empty.text")));
    grid.addColumn(
            LitRenderer.<MessageTemplate>of(
                    "<div class=\"two-lines\"><span>${item.kind}</span>"
                        + "<span class=\"muted\" dir=\"auto\">${item.body}</span></div>")
                .withProperty("kind", MessageTemplate::kind)
                .withProperty("body", MessageTemplate::body))
        .setHeader(getTranslation("templates.kind"))
        .setFlexGrow(1);
    grid.addColumn(template -> template.locale().getDisplayName())
        .setHeader(getTranslation("templates.language"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(this::state).setAutoWidth(true).setFlexGrow(0);
    grid.addComponentColumn(this::actions).setAutoWidth(true).setFlexGrow(0);
  }

  private Badge state(MessageTemplate template) {
    return template.active()
        ? new Badge(getTranslation("templates.active"), VaadinIcon.CHECK, Badge.Tone.OK)
        : new Badge(getTranslation("templates.inactive"), VaadinIcon.PAUSE, Badge.Tone.NEUTRAL);
  }

  private Button actions(MessageTemplate template) {
    var edit =
        new Button(
            getTranslation("templates.edit"),
            clicked ->
                new TemplateDialog(
                        template, typed -> change(template, typed), () -> remove(template))
                    .open());
    edit.addThemeVariants(ButtonVariant.SMALL);
    edit.setAriaLabel(getTranslation("templates.editOne", template.kind()));
    return edit;
  }

  private void add(NewMessageTemplate typed) {
    templates.add(typed);
    saved();
  }

  private void change(MessageTemplate template, NewMessageTemplate typed) {
    templates.change(template.id(), template.version(), typed);
    saved();
  }

  private void remove(MessageTemplate template) {
    templates.remove(template.id());
    Toast.done(getTranslation("templates.removed"));
    refresh();
  }

  private void saved() {
    Toast.done(getTranslation("templates.saved"));
    refresh();
  }

  private void refresh() {
    grid.setItems(templates.all());
  }
}
