package io.plumbline.procurement.worker;

import io.plumbline.procurement.OrderDocuments.OrderSheet;
import io.plumbline.procurement.PurchaseRequestDetails.Line;
import io.plumbline.shared.Money;
import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** What stands on the pages of an order: head, parties, lines, total. */
final class OrderPages {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
  private static final Color RULE = new Color(0xE4E7EC);
  private static final Color SHADE = new Color(0xF5F6F8);

  private final OrderSheet sheet;
  private final PdfFonts fonts;

  OrderPages(OrderSheet sheet, PdfFonts fonts) {
    this.sheet = sheet;
    this.fonts = fonts;
  }

  void addTo(Document document) {
    document.add(head());
    document.add(parties());
    document.add(lines());
    document.add(closing());
  }

  private PdfPTable head() {
    var table = table(3, 2);
    table.addCell(plain(fonts.strong(sheet.buyerName(), 17)));
    table.addCell(right(fonts.accent("PURCHASE ORDER", 10)));
    table.addCell(plain(fonts.muted("Project: " + sheet.projectName(), 9.5f)));
    table.addCell(right(fonts.strong(sheet.number(), 17)));
    for (var cell : table.getRow(1).getCells()) {
      cell.setBorder(Rectangle.BOTTOM);
      cell.setBorderColor(PdfFonts.ACCENT);
      cell.setBorderWidth(1.5f);
      cell.setPaddingBottom(12);
    }
    table.setSpacingAfter(18);
    return table;
  }

  private PdfPTable parties() {
    var table = table(1, 1);
    var vendor = new PdfPTable(1);
    vendor.addCell(plain(fonts.muted("Vendor", 8.5f)));
    vendor.addCell(plain(fonts.strong(sheet.vendor().name(), 11.5f)));
    vendor.addCell(plain(fonts.text(sheet.vendor().email(), 9.5f)));
    table.addCell(frameless(vendor));
    table.addCell(frameless(facts()));
    table.setSpacingAfter(20);
    return table;
  }

  private PdfPTable facts() {
    var facts = table(2, 3);
    fact(facts, "Issued on", day(sheet.issuedOn()));
    fact(facts, "Needed by", day(sheet.neededBy()));
    fact(facts, "Purchase request", sheet.requestNumber());
    fact(facts, "Currency", sheet.currency());
    return facts;
  }

  private void fact(PdfPTable facts, String label, String value) {
    facts.addCell(plain(fonts.muted(label, 9.5f)));
    facts.addCell(right(fonts.text(value, 9.5f)));
  }

  private PdfPTable lines() {
    var table = table(1, 10, 3, 3, 4, 4);
    for (var label : List.of("#", "Item")) {
      table.addCell(heading(plain(fonts.muted(label, 8.5f))));
    }
    for (var label : List.of("Quantity", "Unit", "Unit price", "Total")) {
      table.addCell(heading(right(fonts.muted(label, 8.5f))));
    }
    table.setHeaderRows(1);
    sheet.lines().forEach(line -> addLine(table, line));
    table.setSpacingAfter(8);
    return table;
  }

  private void addLine(PdfPTable table, Line line) {
    table.addCell(ruled(plain(fonts.muted(Integer.toString(line.position()), 9.5f))));
    table.addCell(ruled(plain(fonts.text(line.item(), 9.5f))));
    table.addCell(
        ruled(right(fonts.text(line.quantity().stripTrailingZeros().toPlainString(), 9.5f))));
    table.addCell(ruled(right(fonts.text(line.unit(), 9.5f))));
    table.addCell(ruled(right(fonts.text(figure(line.unitPriceMinor()), 9.5f))));
    table.addCell(ruled(right(fonts.text(figure(line.totalMinor()), 9.5f))));
  }

  private PdfPTable closing() {
    var table = table(3, 2);
    table.setKeepTogether(true);
    table.addCell(
        plain(
            fonts.muted(
                "Please put " + sheet.number() + " on the delivery note and on the invoice.", 9)));
    table.addCell(right(fonts.strong("Total " + money(sheet.totalMinor()), 14)));
    return table;
  }

  private String money(long minor) {
    return Money.of(minor, sheet.currency()).text();
  }

  private String figure(long minor) {
    return money(minor).replace(" " + sheet.currency(), "");
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static PdfPTable table(float... widths) {
    var table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    return table;
  }

  private static PdfPCell plain(Phrase phrase) {
    var cell = new PdfPCell(phrase);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(3);
    cell.setRunDirection(PdfFonts.direction(phrase.getContent()));
    return cell;
  }

  /** At the right edge, whatever the direction of the text: "left" of an RTL cell is its start. */
  private static PdfPCell right(Phrase phrase) {
    var cell = plain(phrase);
    var fromTheRight = cell.getRunDirection() == PdfFonts.direction("ا");
    cell.setHorizontalAlignment(fromTheRight ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
    return cell;
  }

  private static PdfPCell heading(PdfPCell cell) {
    cell.setBackgroundColor(SHADE);
    cell.setPaddingTop(6);
    cell.setPaddingBottom(7);
    return cell;
  }

  private static PdfPCell ruled(PdfPCell cell) {
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(RULE);
    cell.setPaddingTop(6);
    cell.setPaddingBottom(7);
    return cell;
  }

  private static PdfPCell frameless(PdfPTable inner) {
    var cell = new PdfPCell(inner);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    return cell;
  }
}
