package io.plumbline.document.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.plumbline.document.Attachment;
import io.plumbline.document.FilePicture;
import io.plumbline.document.Previews;
import java.io.ByteArrayInputStream;

/** Shows a picture or a PDF page by page: drawn by the server, never the file itself. */
class FilePreview extends Dialog {
  private final Attachment file;
  private final Previews previews;
  private final Div sheet = new Div();
  private final Span where = new Span();
  private final Button back;
  private final Button on;
  private int page;

  FilePreview(Attachment file, Previews previews) {
    this.file = file;
    this.previews = previews;
    this.back = turn(VaadinIcon.ANGLE_LEFT, getTranslation("files.page.previous"), -1);
    this.on = turn(VaadinIcon.ANGLE_RIGHT, getTranslation("files.page.next"), 1);
    setHeaderTitle(file.name());
    addClassName("file-preview");
    sheet.addClassName("file-sheet");
    where.getElement().setAttribute("aria-live", "polite");
    add(sheet);
    getFooter().add(back, where, on, new Button(getTranslation("files.close"), clicked -> close()));
    show();
  }

  private void show() {
    var picture = previews.of(file.id(), page);
    sheet.removeAll();
    picture.ifPresentOrElse(
        this::draw, () -> sheet.add(new Paragraph(getTranslation("files.noPreview"))));
    var pages = picture.map(FilePicture::pages).orElse(1);
    where.setText(pages > 1 ? getTranslation("files.page", page + 1, pages) : "");
    back.setVisible(pages > 1);
    on.setVisible(pages > 1);
    back.setEnabled(page > 0);
    on.setEnabled(page + 1 < pages);
  }

  private void draw(FilePicture picture) {
    var image = new Image();
    image.setSrc(
        DownloadHandler.fromInputStream(
                download ->
                    new DownloadResponse(
                        new ByteArrayInputStream(picture.content()),
                        "preview",
                        picture.contentType(),
                        picture.content().length))
            .inline());
    image.setAlt(getTranslation("files.alt", file.name(), page + 1));
    sheet.add(image);
  }

  private Button turn(VaadinIcon icon, String label, int pages) {
    var button =
        new Button(
            icon.create(),
            clicked -> {
              page += pages;
              show();
            });
    button.setAriaLabel(label);
    return button;
  }
}
