package io.plumbline.shared.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A file of bpmn/ or dmn/ as text and as a tree. */
record ModelFile(Path path, String text, Element root) {
  private static final Path HOUSE = Path.of("..");

  static List<ModelFile> all() {
    return Stream.concat(in("bpmn"), in("dmn")).toList();
  }

  static Stream<ModelFile> in(String folder) {
    try (var files = Files.walk(HOUSE.resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().map(ModelFile::read).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ModelFile of(Path path, String text) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var source = new InputSource(new StringReader(text));
      return new ModelFile(
          path, text, factory.newDocumentBuilder().parse(source).getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(path + " is not well-formed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelFile read(Path path) {
    try {
      return of(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isBpmn() {
    return path.toString().endsWith(".bpmn");
  }

  /** The folder the file lies in: the feature it belongs to. */
  String feature() {
    return path.getName(path.getNameCount() - 2).toString();
  }

  /** All elements of this local name, anywhere. */
  Stream<Element> all(String localName) {
    var nodes = root.getElementsByTagNameNS("*", localName);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
  }

  static Stream<Element> children(Element parent) {
    return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNextSibling)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  static Stream<Element> children(Element parent, String localName) {
    return children(parent).filter(child -> child.getLocalName().equals(localName));
  }

  @Override
  public String toString() {
    return path.getFileName().toString();
  }
}
