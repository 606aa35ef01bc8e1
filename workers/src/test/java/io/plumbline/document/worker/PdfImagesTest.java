package io.plumbline.document.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.Test;

class PdfImagesTest {
  private static final long ENORMOUS = 30_000L * 30_000L;

  @Test
  void shouldFindAnImageInFormsHoweverDeep() throws IOException {
    var resources = holding(image());
    for (var depth = 0; depth < 12; depth++) {
      resources = holding(form(resources));
    }
    assertThat(new PdfImages().pixels(new PDResources(resources))).isEqualTo(ENORMOUS);
  }

  @Test
  void shouldFindTheMaskOfAnImage() throws IOException {
    var image = image();
    image.setItem(COSName.SMASK, image());
    assertThat(new PdfImages().pixels(new PDResources(holding(image)))).isEqualTo(2 * ENORMOUS);
  }

  @Test
  void shouldFindAnImageInAPattern() throws IOException {
    var pattern = new COSStream();
    pattern.setItem(COSName.TYPE, COSName.PATTERN);
    pattern.setInt(COSName.PATTERN_TYPE, 1);
    pattern.setItem(COSName.RESOURCES, holding(image()));
    var resources = in(COSName.PATTERN, "P1", pattern);
    assertThat(new PdfImages().pixels(new PDResources(resources))).isEqualTo(ENORMOUS);
  }

  @Test
  void shouldFindAnImageInADrawnFont() throws IOException {
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE3);
    font.setItem(COSName.RESOURCES, holding(image()));
    var resources = in(COSName.FONT, "F1", font);
    assertThat(new PdfImages().pixels(new PDResources(resources))).isEqualTo(ENORMOUS);
  }

  @Test
  void shouldEndWithFormsThatHoldThemselves() throws IOException {
    var resources = holding(image());
    resources
        .getCOSDictionary(COSName.XOBJECT)
        .setItem(COSName.getPDFName("Again"), form(resources));
    assertThat(new PdfImages().pixels(new PDResources(resources))).isEqualTo(ENORMOUS);
  }

  private static COSStream image() {
    var image = new COSStream();
    image.setItem(COSName.SUBTYPE, COSName.IMAGE);
    image.setInt(COSName.WIDTH, 30_000);
    image.setInt(COSName.HEIGHT, 30_000);
    return image;
  }

  private static COSStream form(COSDictionary resources) {
    var form = new COSStream();
    form.setItem(COSName.SUBTYPE, COSName.FORM);
    form.setItem(COSName.RESOURCES, resources);
    return form;
  }

  private static COSDictionary holding(COSStream object) {
    return in(COSName.XOBJECT, "X1", object);
  }

  private static COSDictionary in(COSName kind, String name, COSDictionary object) {
    var named = new COSDictionary();
    named.setItem(COSName.getPDFName(name), object);
    var resources = new COSDictionary();
    resources.setItem(kind, named);
    return resources;
  }
}
