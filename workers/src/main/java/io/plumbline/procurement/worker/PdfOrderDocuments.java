package io.plumbline.procurement.worker;

import io.plumbline.procurement.OrderDocuments;
import java.io.ByteArrayOutputStream;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/**
 * Draws an order on A4 with OpenPDF. The same order gives the same bytes, so that a repeated step
 * stores the same document.
 */
@Component
class PdfOrderDocuments implements OrderDocuments {
  private static final float MARGIN = 48;

  private final PdfFonts fonts = new PdfFonts();

  @Override
  public byte[] render(OrderSheet sheet) {
    var out = new ByteArrayOutputStream();
    var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 16);
    var writer = PdfWriter.getInstance(document, out);
    writer.setPageEvent(new OrderFooter(fonts, sheet.buyerName() + " · " + sheet.number()));
    document.addTitle(sheet.number());
    document.addAuthor(sheet.buyerName());
    document.open();
    stampDate(writer, sheet);
    new OrderPages(sheet, fonts).addTo(document);
    document.close();
    return StablePdf.of(out.toByteArray());
  }

  private static void stampDate(PdfWriter writer, OrderSheet sheet) {
    var issued = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    issued.clear();
    var day = sheet.issuedOn();
    issued.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(issued));
    writer.getInfo().put(PdfName.MODDATE, new PdfDate(issued));
  }
}
