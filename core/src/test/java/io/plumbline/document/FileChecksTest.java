package io.plumbline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.plumbline.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FileChecksTest {
  private static final int MEGABYTE = 1024 * 1024;
  private final FileChecks checks = new FileChecks(new FileLimits(DataSize.ofMegabytes(25), 20));

  @Test
  void shouldTellTheTypeByContentAndNotByName() {
    try (var file = checks.check("drawing.pdf", new ByteArrayInputStream(TestFiles.png()))) {
      assertThat(file.type()).isEqualTo(FileType.PNG);
      assertThat(file.name()).isEqualTo("drawing.pdf.png");
      assertThat(file.size()).isEqualTo(TestFiles.png().length);
    }
  }

  @Test
  void shouldKeepTheContentAndForgetItAfterwards() throws IOException {
    var file = checks.check("offer.txt", new ByteArrayInputStream(TestFiles.text("200 bags")));
    try (var content = file.open()) {
      assertThat(content.readAllBytes()).isEqualTo(TestFiles.text("200 bags"));
    }

    file.close();

    assertThatThrownBy(file::open).isInstanceOf(IOException.class);
  }

  @Test
  void shouldRefuseAnEmptyFile() {
    assertRefused(new byte[0], "file.empty");
  }

  @Test
  void shouldRefuseSixtyMegabytesAfterReadingNoMoreThanItMust() {
    var content = new TestFiles.Endless(60L * MEGABYTE);

    assertThatThrownBy(() -> checks.check("video.png", content))
        .asInstanceOf(type(InvalidInput.class))
        .satisfies(refusal -> assertThat(code(refusal)).isEqualTo("file.tooLarge"))
        .extracting(InvalidInput::getMessage)
        .isEqualTo("A file has at most 25 MB.");
    assertThat(content.taken()).isLessThan(26L * MEGABYTE);
  }

  @Test
  void shouldRefuseSixtyMegabytesBeforeReadingWhenTheSizeIsTold() {
    assertThatThrownBy(() -> checks.requireSize(60L * MEGABYTE)).isInstanceOf(InvalidInput.class);
    checks.requireSize(25L * MEGABYTE);
    checks.requireSize(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "\uFEFF \n<!-- a drawing --><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<!DOCTYPE html><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "#!/bin/sh\nrm -rf /",
        "MZ\u0000\u0001 this is a program"
      })
  void shouldRefuseWhatABrowserOrAMachineWouldRun(String content) {
    assertRefused(content.getBytes(StandardCharsets.UTF_8), "file.type");
  }

  @Test
  void shouldTakeOfficeFilesByTheirTableOfContents() {
    assertType(TestFiles.zip("[Content_Types].xml", "word/document.xml"), FileType.DOCX);
    assertType(TestFiles.zip("[Content_Types].xml", "xl/workbook.xml"), FileType.XLSX);
    assertType(TestFiles.ods(), FileType.ODS);
    assertType(TestFiles.text("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj"), FileType.PDF);
    assertType(TestFiles.text("item;quantity\ncement;200"), FileType.TEXT);
    assertType(TestFiles.text("200 كيس أسمنت"), FileType.TEXT);
  }

  @Test
  void shouldRefuseArchivesAndMacros() {
    assertRefused(TestFiles.zip("a.txt", "b.txt"), "file.type");
    assertRefused(
        TestFiles.zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "file.type");
    assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, "file.type");
  }

  @Test
  void shouldRefuseAZipBombWithoutOpeningIt() {
    var bomb = TestFiles.bomb(1_100);
    assertThat(bomb.length).isLessThan(2 * MEGABYTE);

    assertRefused(bomb, "file.unpacks");
  }

  @Test
  void shouldRefuseAnArchiveOfVeryManyEntries() throws IOException {
    var names = IntStream.rangeClosed(0, 10_000).mapToObj(i -> "e" + i).toArray(String[]::new);
    assertRefused(TestFiles.zip(names), "file.unpacks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          photo.png                    | photo.png
          ../../etc/passwd             | passwd.png
          C:\\Users\\me\\photo.PNG     | photo.png
          photo.png/..                 | file.png
          .htaccess                    | htaccess.png
          a\u202Egnp.exe               | agnp.exe.png
          what: "now"?.png             | what_ _now__.png
          صورة.png                     | صورة.png
          """)
  void shouldCleanNames(String given, String kept) {
    assertThat(FileNames.clean(given, FileType.PNG)).isEqualTo(kept);
  }

  @Test
  void shouldShortenNamesAndNameTheNameless() {
    assertThat(FileNames.clean("x".repeat(500) + ".png", FileType.PNG))
        .hasSize(120)
        .endsWith("x.png");
    assertThat(FileNames.clean(null, FileType.PDF)).isEqualTo("file.pdf");
    assertThat(FileNames.clean("\u0000\n\t", FileType.PDF)).isEqualTo("file.pdf");
  }

  private void assertType(byte[] content, FileType expected) {
    try (var file = checks.check("some.name", new ByteArrayInputStream(content))) {
      assertThat(file.type()).isEqualTo(expected);
    }
  }

  private void assertRefused(byte[] content, String code) {
    assertThatThrownBy(() -> checks.check("harmless.png", new ByteArrayInputStream(content)))
        .asInstanceOf(type(InvalidInput.class))
        .satisfies(refusal -> assertThat(code(refusal)).isEqualTo(code));
  }

  private static String code(InvalidInput refusal) {
    return refusal.problems().getFirst().code();
  }
}
