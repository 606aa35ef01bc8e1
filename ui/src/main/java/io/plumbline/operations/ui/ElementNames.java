package io.plumbline.operations.ui;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the elements of a model are called; one without a name goes by its id. */
record ElementNames(Map<String, String> byId) {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  static final ElementNames NONE = new ElementNames(Map.of());

  static ElementNames of(String xml) {
    var factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Map<String, String> names = new HashMap<>();
    try {
      var reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT
            && BPMN.equals(reader.getNamespaceURI())) {
          var id = reader.getAttributeValue(null, "id");
          var name = reader.getAttributeValue(null, "name");
          if (id != null && name != null && !name.isBlank()) {
            names.put(id, name);
          }
        }
      }
    } catch (XMLStreamException unreadable) {
      throw new IllegalArgumentException("Not a BPMN model", unreadable);
    }
    return new ElementNames(Map.copyOf(names));
  }

  String name(String elementId) {
    return byId.getOrDefault(elementId, elementId);
  }
}
