package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CoreTest
class NumbersTest {
  private final Numbers numbers;
  private final TransactionTemplate transaction;
  private final TestTenants tenants;

  NumbersTest(Numbers numbers, PlatformTransactionManager transactions, TestTenants tenants) {
    this.numbers = numbers;
    this.transaction = new TransactionTemplate(transactions);
    this.tenants = tenants;
  }

  @Test
  void shouldCountPerTenantAndKind() {
    var acme = tenants.newTenant();
    assertThat(next(acme, "PR")).isEqualTo("PR-000001");
    assertThat(next(acme, "PR")).isEqualTo("PR-000002");
    assertThat(next(acme, "PO")).isEqualTo("PO-000001");
    assertThat(next(tenants.newTenant(), "PR")).isEqualTo("PR-000001");
  }

  @Test
  void shouldGiveNumberBackOnRollback() {
    var acme = tenants.newTenant();
    acme.asSystem(
        () ->
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  return numbers.next("PR");
                }));
    assertThat(next(acme, "PR")).isEqualTo("PR-000001");
  }

  @Test
  void shouldNeitherRepeatNorSkipWhenTakenAtOnce() {
    var acme = tenants.newTenant();
    var taken = IntStream.range(0, 50).parallel().mapToObj(i -> next(acme, "PR")).toList();
    assertThat(taken).doesNotHaveDuplicates().contains("PR-000001", "PR-000050");
  }

  @Test
  void shouldRefuseToCountOutsideTransaction() {
    var acme = tenants.newTenant();
    assertThatThrownBy(() -> acme.asSystem(() -> numbers.next("PR")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private String next(TestTenant tenant, String kind) {
    return tenant.asSystem(() -> transaction.execute(status -> numbers.next(kind)));
  }
}
