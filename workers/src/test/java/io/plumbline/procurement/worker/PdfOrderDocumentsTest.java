package io.plumbline.procurement.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.procurement.OrderDocuments.OrderSheet;
import io.plumbline.procurement.PurchaseRequestDetails.Line;
import io.plumbline.procurement.Vendor;
import io.plumbline.procurement.VendorId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfOrderDocumentsTest {
  private final PdfOrderDocuments documents = new PdfOrderDocuments();

  @Test
  void shouldShowWhatIsOrdered() throws IOException {
    var pdf = documents.render(sheet("Steel & Stone Trading", cement()));
    keep("order.pdf", pdf);
    var text = textOf(pdf, 1);
    assertThat(text)
        .contains("PURCHASE ORDER", "PO-000001", "PR-000001", "Steel & Stone Trading")
        .contains("cement, 50 kg", "200", "22.50", "4,500 SAR", "Thu 26 Nov 2026");
  }

  @Test
  void shouldGiveSameBytesForSameOrder() {
    var first = documents.render(sheet("Steel & Stone Trading", cement()));
    var second = new PdfOrderDocuments().render(sheet("Steel & Stone Trading", cement()));
    assertThat(second).isEqualTo(first);
  }

  @Test
  void shouldDrawManyOrdersAtTheSameTime() throws Exception {
    var names = List.of("Steel & Stone Trading", "شركة الحديد والأسمنت", "Бетон и сталь", "½ m³");
    var alone =
        names.stream().map(name -> new PdfOrderDocuments().render(sheet(name, cement()))).toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var together =
          IntStream.range(0, 200)
              .mapToObj(i -> names.get(i % names.size()))
              .map(name -> threads.submit(() -> documents.render(sheet(name, cement()))))
              .toList();
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % names.size()));
      }
    }
  }

  @Test
  void shouldRunOverPagesWithHeadingsAndPageNumbers() throws IOException {
    var lines = IntStream.rangeClosed(1, 500).mapToObj(i -> line(i, "Anchor bolt M" + i)).toList();
    var pdf = documents.render(sheet("Steel & Stone Trading", lines));
    keep("order-500-lines.pdf", pdf);
    var reader = new PdfReader(pdf);
    assertThat(reader.getNumberOfPages()).isGreaterThan(10);
    assertThat(textOf(pdf, 2)).contains("Unit price", "2 /");
    assertThat(textOf(pdf, reader.getNumberOfPages())).contains("Anchor bolt M500", "Total");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "شركة الحديد والأسمنت",
        "אבן ובטון",
        "Бетон и сталь",
        "Café Ünïcode ½ m³ 🏗️👷‍♀️",
        "鋼鉄",
        "tabs\tand\u0007bells\u200f\nnew line",
        ""
      })
  void shouldDrawAnyText(String name) throws IOException {
    var pdf = documents.render(sheet(name, List.of(line(1, name))));
    keep("order-text-" + Math.abs(name.hashCode()) + ".pdf", pdf);
    assertThat(textOf(pdf, 1)).contains("PO-000001");
  }

  private static OrderSheet sheet(String vendor, List<Line> lines) {
    return new OrderSheet(
        "PO-000001",
        LocalDate.of(2026, 11, 20),
        "Acme Contracting",
        "Tower B",
        new Vendor(new VendorId(new UUID(0, 1)), vendor, "orders@steel-stone.example"),
        "PR-000001",
        LocalDate.of(2026, 11, 26),
        "SAR",
        lines,
        lines.stream().mapToLong(Line::totalMinor).sum());
  }

  private static List<Line> cement() {
    return List.of(
        new Line(1, "cement, 50 kg", BigDecimal.valueOf(200_000, 3), "bags", 2250, 450_000));
  }

  private static Line line(int position, String item) {
    return new Line(position, item, BigDecimal.TEN, "pcs", 1000, 10_000);
  }

  private static String textOf(byte[] pdf, int page) throws IOException {
    return new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(page);
  }

  /** For a look at the result. */
  private static void keep(String name, byte[] pdf) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "orders"));
    Files.write(folder.resolve(name), pdf);
  }
}
