package io.plumbline.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InboxAddressTest {

  @Test
  void shouldReadBackWhatItWrote() {
    var address =
        new InboxAddress(
            View.GROUPS, false, "procurement-approval", new UUID(1, 2), "cement", Sort.AMOUNT, 7L);

    assertThat(InboxAddress.of(address.toParameters())).isEqualTo(address);
  }

  @Test
  void shouldKeepAPlainInboxPlain() {
    assertThat(InboxAddress.START.toParameters().getQueryString()).isEmpty();
  }

  @Test
  void shouldIgnoreWhatItCannotRead() {
    var odd = QueryParameters.fromString("view=all%27&sort=;&task=12x&project=1-2-3");

    assertThat(InboxAddress.of(odd)).isEqualTo(InboxAddress.START);
  }

  @Test
  void shouldCloseTheTaskWhenTheViewChanges() {
    var other = InboxAddress.START.withTask(7L).withView(View.ALL, true);

    assertThat(other.toParameters().getQueryString()).isEqualTo("view=overdue");
  }
}
