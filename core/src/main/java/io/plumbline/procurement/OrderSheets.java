package io.plumbline.procurement;

import io.plumbline.document.FileId;
import io.plumbline.document.FileStore;
import io.plumbline.identity.People;
import io.plumbline.procurement.OrderDocuments.OrderSheet;
import io.plumbline.project.Projects;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Draws an order and keeps the drawing. */
@Component
class OrderSheets {
  private static final String PDF = "application/pdf";

  private final OrderDocuments documents;
  private final FileStore files;
  private final People people;
  private final Projects projects;

  OrderSheets(OrderDocuments documents, FileStore files, People people, Projects projects) {
    this.documents = documents;
    this.files = files;
    this.people = people;
    this.projects = projects;
  }

  FileId save(PurchaseRequest request, Vendor vendor, String number, Instant at) {
    var tenant = people.tenant();
    var sheet =
        new OrderSheet(
            number,
            LocalDate.ofInstant(at, tenant.zone()),
            tenant.name(),
            projects.find(request.wanted().project()).orElseThrow().name(),
            vendor,
            request.number(),
            request.wanted().neededBy(),
            request.wanted().currency(),
            RequestAssembly.lines(request),
            request.wanted().amountMinor());
    return files.save(number + ".pdf", PDF, documents.render(sheet));
  }
}
