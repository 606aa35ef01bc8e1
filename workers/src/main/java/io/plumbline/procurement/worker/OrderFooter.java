package io.plumbline.procurement.worker;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** "Acme Contracting · PO-000001" and "2 / 3" at the foot of each page. */
final class OrderFooter extends PdfPageEventHelper {
  private static final float SIZE = 8;
  private static final float BASELINE = 34;

  private final PdfFonts fonts;
  private final String label;
  private @Nullable PdfTemplate total;

  OrderFooter(PdfFonts fonts, String label) {
    this.fonts = fonts;
    this.label = PdfFonts.drawable(label, fonts.plain());
  }

  @Override
  public void onOpenDocument(PdfWriter writer, Document document) {
    total = writer.getDirectContent().createTemplate(40, SIZE * 2);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    var canvas = writer.getDirectContent();
    var page = writer.getPageNumber() + " / ";
    var right = document.right() - 24;
    show(canvas, PdfContentByte.ALIGN_LEFT, label, document.left());
    show(canvas, PdfContentByte.ALIGN_RIGHT, page, right);
    if (total != null) {
      canvas.addTemplate(total, right, BASELINE);
    }
  }

  @Override
  public void onCloseDocument(PdfWriter writer, Document document) {
    if (total != null) {
      total.beginText();
      total.setColorFill(PdfFonts.MUTED);
      total.setFontAndSize(fonts.plain(), SIZE);
      total.showText(Integer.toString(writer.getPageNumber() - 1));
      total.endText();
    }
  }

  private void show(PdfContentByte canvas, int alignment, String text, float x) {
    canvas.beginText();
    canvas.setColorFill(PdfFonts.MUTED);
    canvas.setFontAndSize(fonts.plain(), SIZE);
    canvas.showTextAligned(alignment, text, x, BASELINE, 0);
    canvas.endText();
  }
}
