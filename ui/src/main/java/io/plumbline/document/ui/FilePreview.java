package io.plumbline.document.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.plumbline.document.Attachment;
import io.plumbline.document.FilePicture;
import io.plumbline.document.Previews;
import io.plumbline.identity.Callers;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Shows a picture or a PDF page by page: drawn by the server, never the file itself. */
class FilePreview extends Dialog {
  private final Attachment file;
  private final Previews previews;
  private final Callers callers;
  private final Div sheet = new Div();
  private final Span where = new Span();
  private final Button back;
  private final Button on;
  private int page;
  private int pages = 1;

  FilePreview(Attachment file, AttachmentPanels tools) {
    this.file = file;
    this.previews = tools.previews();
    this.callers = tools.callers();
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

  /** Drawing takes seconds: it happens behind, as the same caller, and the page stays usable. */
  private void show() {
    var wanted = page;
    var caller = callers.current();
    var drawing = new FutureTask<>(() -> previews.of(file.id(), wanted));
    var arrived =
        UI.getCurrent()
            .accessLater(() -> callers.run(caller, () -> arrived(wanted, drawing)), () -> {});
    var loading = new ProgressBar();
    loading.setIndeterminate(true);
    loading.getElement().setAttribute("aria-label", getTranslation("files.drawing"));
    sheet.removeAll();
    sheet.add(loading);
    showPlace();
    Runnable draw =
        () -> {
          drawing.run();
          arrived.run();
        };
    Thread.startVirtualThread(() -> callers.run(caller, draw));
  }

  /** What failed is told as if it had been done at once; what was turned away from is not shown. */
  private void arrived(int drawn, FutureTask<Optional<FilePicture>> drawing) {
    if (drawn != page) {
      return;
    }
    sheet.removeAll();
    if (drawing.state() == Future.State.FAILED) {
      sheet.add(new Paragraph(getTranslation("files.noPreview")));
      throw drawing.exceptionNow() instanceof RuntimeException told
          ? told
          : new CompletionException(drawing.exceptionNow());
    }
    var picture = drawing.resultNow();
    picture.ifPresentOrElse(
        this::draw, () -> sheet.add(new Paragraph(getTranslation("files.noPreview"))));
    pages = picture.map(FilePicture::pages).orElse(1);
    showPlace();
  }

  private void showPlace() {
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
