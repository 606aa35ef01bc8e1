package io.plumbline.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.document.Attachment;
import io.plumbline.document.AttachmentId;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.shared.ui.Section;
import io.plumbline.shared.ui.Toast;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of a subject and a way to add some. It can be drawn anew at any time: what is being
 * uploaded or downloaded goes on.
 */
public class AttachmentPanel extends Composite<Div> {
  private final AttachmentPanels tools;
  private final AttachmentSubject subject;
  private final UnorderedList list = new UnorderedList();
  private final FileUpload upload;
  private final Map<AttachmentId, FileRow> rows = new LinkedHashMap<>();

  AttachmentPanel(AttachmentPanels tools, AttachmentSubject subject) {
    this.tools = tools;
    this.subject = subject;
    this.upload = new FileUpload(tools.attachments(), tools.limits(), subject, this::refresh);
    list.addClassName("files");
    getContent().add(new Section(getTranslation("files.title"), list, upload));
    refresh();
  }

  /** Draws what others may have added or removed. */
  public final void refresh() {
    var files = tools.attachments().of(subject);
    var gone = new HashSet<>(rows.keySet());
    for (var file : files) {
      gone.remove(file.id());
      rows.computeIfAbsent(file.id(), id -> added(file)).show(file);
    }
    gone.forEach(id -> list.remove(rows.remove(id)));
    list.setVisible(!files.isEmpty());
    var mayAdd = tools.attachments().mayAdd(subject);
    upload.setVisible(mayAdd);
    setVisible(mayAdd || !files.isEmpty());
  }

  /** Whether there is any file. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  private FileRow added(Attachment file) {
    var row = new FileRow(file, tools, () -> remove(file));
    list.add(row);
    return row;
  }

  private void remove(Attachment file) {
    tools.attachments().remove(file.id());
    refresh();
    Toast.done(getTranslation("files.removed", file.name()));
  }
}
