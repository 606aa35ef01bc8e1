package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadModelChangeTest {
  private static final UUID TENANT = new UUID(0, 1);

  @Test
  void shouldConcernOnlyTheInstancesItNames() {
    var change = new ReadModelChange(TENANT, Set.of(4_001L));

    assertThat(change.mayConcern(4_001)).isTrue();
    assertThat(change.mayConcern(4_002)).isFalse();
  }

  @Test
  void shouldConcernEveryInstanceWhenTooManyChangedToNameThem() {
    assertThat(new ReadModelChange(TENANT, Set.of()).mayConcern(4_001)).isTrue();
  }
}
