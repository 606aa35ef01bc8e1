package io.plumbline.document.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.plumbline.document.AttachmentSubject;
import io.plumbline.document.Attachments;
import io.plumbline.document.FileLimits;
import io.plumbline.document.Previews;
import io.plumbline.identity.Callers;
import io.plumbline.shared.Ids;
import io.plumbline.shared.ui.Moments;

/** Makes the panel with the files of a subject, for the pages of any feature. */
@SpringComponent
@UIScope
public class AttachmentPanels {
  private final Attachments attachments;
  private final Previews previews;
  private final Callers callers;
  private final FileLimits limits;
  private final Moments moments;
  private final Ids ids;

  AttachmentPanels(
      Attachments attachments,
      Previews previews,
      Callers callers,
      FileLimits limits,
      Moments moments,
      Ids ids) {
    this.attachments = attachments;
    this.previews = previews;
    this.callers = callers;
    this.limits = limits;
    this.moments = moments;
    this.ids = ids;
  }

  /** A subject for files of something that is not filed yet. */
  public AttachmentSubject newDraft() {
    return AttachmentSubject.draft(ids.next());
  }

  /**
   * The files of a subject, and a way to add some where the person may.
   *
   * @throws io.plumbline.shared.NotFound when the subject does not exist for the person
   */
  public AttachmentPanel of(AttachmentSubject subject) {
    return new AttachmentPanel(this, subject);
  }

  Attachments attachments() {
    return attachments;
  }

  Previews previews() {
    return previews;
  }

  Callers callers() {
    return callers;
  }

  FileLimits limits() {
    return limits;
  }

  Moments moments() {
    return moments;
  }
}
