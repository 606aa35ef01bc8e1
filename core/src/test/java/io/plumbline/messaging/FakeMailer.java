package io.plumbline.messaging;

import io.plumbline.document.StoredFile;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was mailed. */
public final class FakeMailer implements Mailer {
  private final List<Mail> sent = new CopyOnWriteArrayList<>();

  @Override
  public void send(
      String messageId, String to, String subject, String body, List<StoredFile> attachments) {
    sent.add(new Mail(messageId, to, subject, body, attachments));
  }

  public List<Mail> to(String address) {
    return sent.stream().filter(mail -> mail.to().equals(address)).toList();
  }

  public record Mail(
      String messageId, String to, String subject, String body, List<StoredFile> attachments) {}
}
