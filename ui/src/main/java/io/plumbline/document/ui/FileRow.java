package io.plumbline.document.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.document.Attachment;
import io.plumbline.document.FileType;
import io.plumbline.document.Previews;

/** One file: its name downloads it, an eye shows it, who added it and when. */
class FileRow extends ListItem {
  private final Span when = new Span();
  private final Button remove;
  private final AttachmentPanels tools;

  FileRow(Attachment file, AttachmentPanels tools, Runnable remove) {
    this.tools = tools;
    this.remove = quiet(VaadinIcon.TRASH, getTranslation("files.remove", file.name()));
    this.remove.addClickListener(clicked -> ask(file, remove));
    addClassName("file");
    var link = new Anchor(FileDownload.of(tools.attachments(), file), file.name());
    link.addClassName("file-name");
    link.getElement().setAttribute("download", file.name());
    when.addClassName("muted");
    var what = new Div(link, when);
    what.addClassName("file-what");
    var icon = icon(file.type()).create();
    icon.getElement().setAttribute("aria-hidden", "true");
    add(icon, what);
    if (Previews.isPossible(file.type())) {
      var look = quiet(VaadinIcon.EYE, getTranslation("files.preview", file.name()));
      look.addClickListener(clicked -> new FilePreview(file, tools).open());
      add(look);
    }
    add(this.remove);
  }

  final void show(Attachment file) {
    when.setText(
        getTranslation(
            "files.facts",
            FileSize.text(file.size()),
            file.addedByName(),
            tools.moments().past(file.addedAt())));
    when.setTitle(tools.moments().exact(file.addedAt()));
    remove.setVisible(file.mayRemove());
  }

  private void ask(Attachment file, Runnable then) {
    new ConfirmDialog(
            getTranslation("files.remove", file.name()),
            getTranslation("files.remove.text"),
            getTranslation("files.remove.doIt"),
            confirmed -> then.run(),
            getTranslation("reason.cancel"),
            cancelled -> {})
        .open();
  }

  private static Button quiet(VaadinIcon icon, String label) {
    var button = new Button(icon.create());
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }

  private static VaadinIcon icon(FileType type) {
    return switch (type) {
      case PNG, JPEG, GIF, WEBP, HEIC -> VaadinIcon.FILE_PICTURE;
      case XLSX, ODS -> VaadinIcon.FILE_TABLE;
      case PPTX -> VaadinIcon.FILE_PRESENTATION;
      case PDF, DOCX, ODT, TEXT -> VaadinIcon.FILE_TEXT_O;
      case DRAWING -> VaadinIcon.FILE_O;
    };
  }
}
