package io.plumbline.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.process.ProcurementApproval.Element;
import io.plumbline.procurement.process.ProcurementApproval.Outcome;
import io.plumbline.shared.process.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens when somebody empties the approval matrix. */
@Tag("engine")
class EmptyMatrixTest {
  private static TestEngine engine;

  @BeforeAll
  static void start() throws IOException {
    engine = TestEngine.withAllModels();
    var matrix = Files.readString(Path.of("../dmn/procurement/approval-matrix.dmn"));
    engine.deploy("approval-matrix.dmn", matrix.replaceAll("(?s)<rule .*</rule>", ""));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void shouldAskTheAdministratorsInsteadOfApproving() {
    var request = ARequest.over(100_00, engine).askedForApproval();

    assertThat(request.instance().headers(Element.APPROVE_REQUEST))
        .containsEntry("io.camunda.zeebe:candidateGroups", "[\"organisation-admin\"]");
    request.decided(Outcome.REJECT);
    assertThat(request.instance().waitsAt()).containsExactly("ReleaseBudget");
  }
}
