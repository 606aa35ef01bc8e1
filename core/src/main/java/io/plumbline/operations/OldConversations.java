package io.plumbline.operations;

/** What is removed of a firm's conversations, {@code :step} at a time. */
final class OldConversations {
  /** With the file: what became part of something else was copied there. */
  static final String RECEIVED_FILES =
      """
      with gone as (
        delete from app.received_media
         where (provider_id, position) in (select provider_id, position from app.received_media
                                            where received_at < :before limit :step)
        returning file_id), files as (
        delete from app.stored_file where id in (select file_id from gone))
      select count(*) from gone
      """;

  static final String RECEIVED_MESSAGES =
      """
      delete from app.received_message
       where provider_id in (select provider_id from app.received_message
                              where received_at < :before limit :step)
      """;

  static final String CONVERSATIONS =
      """
      delete from app.conversation c
       where c.last_at < :before
         and c.id in (select old.id from app.conversation old
                       where old.last_at < :before
                         and not exists (select from app.received_message r
                                          where r.conversation_id = old.id)
                       limit :step)
      """;

  /**
   * With their histories; the oldest first, so that what another channel took over goes before the
   * message that did. What waits, and what failed or is unknown and nobody has looked after, stays:
   * see {@code UndeliveredMessages}.
   */
  static final String SENT_MESSAGES =
      """
      with gone as (
        delete from app.outgoing_message
         where id in (
           select m.id from app.outgoing_message m
            where m.created_at < :before and m.state <> 'PENDING'
              and (m.state not in ('FAILED', 'UNKNOWN') or m.settled_at is not null
                   or exists (select from app.outgoing_message later
                               where later.notification_id = m.notification_id
                                 and (later.created_at, later.id) > (m.created_at, m.id))
                   or exists (select from app.outgoing_message other
                               where other.once in ('again-' || m.id,
                                                    m.once || '/not-' || lower(m.channel))))
            order by m.created_at, m.id limit :step)
        returning id), histories as (
        delete from app.outgoing_message_status where message_id in (select id from gone))
      select count(*) from gone
      """;

  /** Files that come in so late are not added to what was talked about. */
  static final String SUBJECTS =
      """
      delete from app.conversation_subject
       where subject_id in (select subject_id from app.conversation_subject
                             where until_at < :before limit :step)
      """;

  private OldConversations() {}
}
