package io.plumbline.database;

import static io.plumbline.database.Sql.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
  @Test
  void shouldMigrateAsOwner() throws SQLException {
    var database = EmbeddedDatabase.shared();
    assertThat(
            number(
                database.owner(), "select count(*) from flyway_schema_history where not success"))
        .isZero();
    assertThat(number(database.owner(), "select version from engine.schema_info")).isEqualTo(3);
  }

  @Test
  void shouldGiveFreshDatabaseWithoutRows() throws SQLException {
    var database = EmbeddedDatabase.shared();
    database.newTenant();
    var fresh = database.fresh();
    assertThat(number(fresh.owner(), "select count(*) from directory.tenant")).isZero();
    fresh.newTenant();
    assertThat(number(fresh.owner(), "select count(*) from directory.tenant")).isEqualTo(1);
  }

  @Test
  void shouldKeepPortAndDataOverRestart() throws SQLException {
    var database = EmbeddedDatabase.startOwn();
    database.newTenant();
    var url = database.url();
    database.stop();
    assertThatThrownBy(() -> database.owner().getConnection()).isInstanceOf(SQLException.class);
    database.start();
    assertThat(database.url()).isEqualTo(url);
    assertThat(number(database.owner(), "select count(*) from directory.tenant")).isEqualTo(1);
    database.stop();
  }
}
