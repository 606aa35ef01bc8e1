package io.plumbline.messaging;

import io.plumbline.document.StoredFile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was mailed; away for as long as a test says. */
public final class FakeMailer implements Mailer {
  private final List<Mail> sent = new CopyOnWriteArrayList<>();
  private final List<Answered> answers = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  @Override
  public void send(
      String messageId, String to, String subject, String body, List<StoredFile> attachments) {
    if (away) {
      throw new ProviderAway("The mail server is away", new IOException("Connection refused"));
    }
    sent.add(new Mail(messageId, to, subject, body, attachments));
  }

  @Override
  public void answer(String messageId, String to, String body, Answered answered) {
    send(messageId, to, answered.subject(), body, List.of());
    answers.add(answered);
  }

  public List<Answered> answered() {
    return answers;
  }

  public void away(boolean isAway) {
    away = isAway;
  }

  public List<Mail> to(String address) {
    return sent.stream().filter(mail -> mail.to().equals(address)).toList();
  }

  public record Mail(
      String messageId, String to, String subject, String body, List<StoredFile> attachments) {}
}
