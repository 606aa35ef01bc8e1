package io.plumbline.procurement;

import io.plumbline.approval.AnswerableKind;
import io.plumbline.approval.Word;
import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.Money;
import io.plumbline.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decision of one level, by phone and mail. */
@Component
class ApproveAnswers implements AnswerableKind {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("io.plumbline.procurement.answers", Locale.ENGLISH);
  private static final List<Choice> CHOICES =
      List.of(
          choice(Word.YES, ApproveKind.APPROVE, false),
          choice(Word.NO, ApproveKind.REJECT, true),
          choice(Word.BACK, ApproveKind.SEND_BACK, true));

  private final JdbcClient jdbc;
  private final NextLevel levels;

  ApproveAnswers(JdbcClient jdbc, NextLevel levels) {
    this.jdbc = jdbc;
    this.levels = levels;
  }

  @Override
  public String formKey() {
    return ApproveKind.KIND;
  }

  @Override
  public List<Choice> choices() {
    return CHOICES;
  }

  @Override
  public Question question(TaskRow task) {
    var asked = asked(task);
    Object[] facts = {
      asked.number(), asked.title(), asked.amount().text(), asked.project(), asked.requester()
    };
    return new Question(
        text("subject", facts), text("text", facts), asked.revision(), asked.amount());
  }

  @Override
  public String answer(TaskRow task, Map<String, Object> variables, Choice chosen) {
    var asked = asked(task);
    var amount = asked.amount().text();
    return switch (chosen.outcome()) {
      case ApproveKind.APPROVE ->
          levels
              .after(task, variables)
              .map(next -> text("approved.next", asked.number(), amount, next))
              .orElseGet(() -> text("approved.last", asked.number(), amount));
      case ApproveKind.REJECT -> text("rejected", asked.number(), amount);
      default -> text("sentBack", asked.number(), amount);
    };
  }

  /** Without taking the entity into the session before whoever decides has locked it. */
  private Asked asked(TaskRow task) {
    return jdbc.sql(
            """
            select r.number, r.title, r.amount_minor, r.currency, r.revision,
                   project.name as project, requester.name as requester
              from app.purchase_request r
              join app.project project on project.tenant_id = r.tenant_id and project.id = r.project_id
              join app.person requester on requester.tenant_id = r.tenant_id and requester.id = r.requester_id
             where r.id = :id
            """)
        .param("id", task.subjectId())
        .query(ApproveAnswers::asked)
        .optional()
        .orElseThrow(() -> new NotFound("purchase request of task", task.key()));
  }

  private static Asked asked(ResultSet row, int at) throws SQLException {
    return new Asked(
        row.getString("number"),
        row.getString("title"),
        Money.of(row.getLong("amount_minor"), row.getString("currency")),
        row.getInt("revision"),
        row.getString("project"),
        row.getString("requester"));
  }

  private static Choice choice(Word word, String outcome, boolean reasoned) {
    return new Choice(
        word, outcome, text(outcome + ".label"), text(outcome + ".purpose"), reasoned);
  }

  private static String text(String key, Object... args) {
    return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(args);
  }

  private record Asked(
      String number, String title, Money amount, int revision, String project, String requester) {}
}
