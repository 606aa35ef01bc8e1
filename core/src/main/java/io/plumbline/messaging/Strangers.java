package io.plumbline.messaging;

import io.plumbline.identity.Callers;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Senders nobody knows: each gets a code with the polite answer, and is known once somebody signs
 * in and types it. The only way for WhatsApp senders who have no number. What they wrote shortly
 * before is handled then.
 */
@Component
@Transactional(noRollbackFor = Refusal.class) // a wrong code counts although it is refused
public class Strangers {
  private static final String PURPOSE = "stranger";

  private final JdbcClient jdbc;
  private final AddressCodes codes;
  private final AddressGuesses guesses;
  private final AddressNews news;
  private final ChannelAddresses addresses;
  private final ReopenedMessages reopened;
  private final Callers callers;
  private final Clock clock;

  Strangers(
      JdbcClient jdbc,
      AddressCodes codes,
      AddressGuesses guesses,
      AddressNews news,
      ChannelAddresses addresses,
      ReopenedMessages reopened,
      Callers callers,
      Clock clock) {
    this.jdbc = jdbc;
    this.codes = codes;
    this.guesses = guesses;
    this.news = news;
    this.addresses = addresses;
    this.reopened = reopened;
    this.callers = callers;
    this.clock = clock;
  }

  String draw() {
    return codes.draw();
  }

  /**
   * Keeps what a stranger is about to be told; what they were told before is worth nothing.
   *
   * @throws ConcurrencyFailureException when another one was just told the same: draw again
   */
  void keep(Channel channel, String address, String code) {
    jdbc.sql(
            """
            delete from directory.stranger_code
             where expires_at <= :now or channel = :channel and address = :address
            """)
        .param("now", Timestamps.of(clock.instant()))
        .param("channel", channel.name())
        .param("address", address)
        .update();
    var kept =
        jdbc.sql(
                """
                insert into directory.stranger_code (channel, address, code_hash, expires_at)
                values (:channel, :address, :hash, :expires) on conflict do nothing
                """)
            .param("channel", channel.name())
            .param("address", address)
            .param("hash", codes.hash(PURPOSE, code))
            .param("expires", Timestamps.of(codes.expiry()))
            .update();
    if (kept == 0) {
      throw new ConcurrencyFailureException("A stranger's code is taken");
    }
  }

  /**
   * Whom a code was told, so that the signed-in person can see whether it is their phone. Nobody
   * should bind the phone of somebody who only told them a code.
   *
   * @throws Conflict when it is wrong or late
   */
  public Sender find(String code) {
    guesses.requireFew();
    return sender(code).orElseThrow(guesses::wrong);
  }

  /**
   * The caller says that it is their phone; they are told so at their other addresses.
   *
   * @throws Conflict when it is wrong or late, or belongs to somebody else of the firm
   */
  public Sender take(String code) {
    var sender = find(code);
    if (!addresses.bindProven(sender.channel(), sender.address(), callers.current().user())) {
      throw new Conflict("address.taken", sender.address());
    }
    jdbc.sql("delete from directory.stranger_code where code_hash = :hash")
        .param("hash", codes.hash(PURPOSE, code))
        .update();
    news.added(callers.current().user(), sender.address());
    reopened.reopenStrangers(sender.channel(), sender.address());
    return sender;
  }

  private Optional<Sender> sender(String code) {
    return jdbc.sql(
            """
            select channel, address from directory.stranger_code
             where code_hash = :hash and expires_at > :now for update
            """)
        .param("hash", codes.hash(PURPOSE, code))
        .param("now", Timestamps.of(clock.instant()))
        .query(
            (row, at) ->
                new Sender(Channel.valueOf(row.getString("channel")), row.getString("address")))
        .optional();
  }

  /** Who wrote: an address in normal form, or a provider's id of a user without a number. */
  public record Sender(Channel channel, String address) {}
}
