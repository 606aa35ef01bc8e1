package io.plumbline.shared.process;

import static io.plumbline.shared.process.Elements.id;

import io.plumbline.shared.process.Drawing.Box;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** How a model is drawn: people read the picture, in the Modeler and in the application. */
enum DrawingRules implements ModelRule {
  /** Every element is in the picture. */
  COMPLETE {
    @Override
    public Stream<String> problems(ModelFile model) {
      var drawing = Drawing.of(model);
      var shapes =
          Elements.nodes(model)
              .filter(node -> !box(drawing, node).isSensible())
              .map(node -> id(node) + " has no shape");
      var edges =
          Elements.lines(model)
              .filter(line -> drawing.segments(id(line)).findAny().isEmpty())
              .map(line -> id(line) + " has no line");
      var labels =
          Elements.nodes(model)
              .filter(Elements::isLabelledOutside)
              .filter(node -> !drawing.labels().containsKey(id(node)))
              .map(node -> id(node) + " has no place for its name");
      return Stream.of(shapes, edges, labels).flatMap(problem -> problem);
    }
  },
  /** Lines run straight, and from border to border. */
  CONNECTED {
    @Override
    public Stream<String> problems(ModelFile model) {
      var drawing = Drawing.of(model);
      return model
          .all("sequenceFlow")
          .filter(flow -> drawing.edges().containsKey(id(flow)))
          .filter(flow -> !isConnected(flow, drawing))
          .map(flow -> id(flow) + " does not run straight from border to border");
    }
  },
  APART {
    @Override
    public Stream<String> problems(ModelFile model) {
      var drawing = Drawing.of(model);
      var nodes = Elements.nodes(model).filter(node -> !Elements.isBoundaryEvent(node)).toList();
      return pairs(nodes)
          .filter(pair -> pair.get(0).getParentNode() == pair.get(1).getParentNode())
          .filter(pair -> box(drawing, pair.get(0)).overlaps(box(drawing, pair.get(1))))
          .map(pair -> id(pair.get(0)) + " overlaps " + id(pair.get(1)));
    }
  },
  /** A sub-process holds what is in it, with a margin. */
  ENCLOSED {
    @Override
    public Stream<String> problems(ModelFile model) {
      var drawing = Drawing.of(model);
      return model
          .all("subProcess")
          .flatMap(
              scope ->
                  Elements.steps(model)
                      .filter(step -> step.getParentNode() == scope)
                      .filter(step -> !box(drawing, scope).holds(box(drawing, step), 10))
                      .map(step -> id(step) + " sticks out of " + id(scope)));
    }
  },
  /** A boundary event sits on the border of its task, clear of the others there. */
  ON_THE_BORDER {
    @Override
    public Stream<String> problems(ModelFile model) {
      var drawing = Drawing.of(model);
      var events = Elements.steps(model).filter(Elements::isBoundaryEvent).toList();
      var adrift =
          events.stream()
              .filter(event -> !host(drawing, event).hasOnBorder(box(drawing, event).centre()))
              .map(
                  event ->
                      id(event)
                          + " is not on the border of "
                          + event.getAttribute("attachedToRef"));
      var crowded =
          pairs(events)
              .filter(pair -> box(drawing, pair.get(0)).overlaps(box(drawing, pair.get(1))))
              .map(pair -> id(pair.get(0)) + " overlaps " + id(pair.get(1)));
      return Stream.concat(adrift, crowded);
    }
  },
  /** No line runs through an element. */
  LINES_CLEAR {
    @Override
    public Stream<String> problems(ModelFile model) {
      var drawing = Drawing.of(model);
      var steps = Elements.steps(model).toList();
      return model
          .all("sequenceFlow")
          .flatMap(
              flow ->
                  steps.stream()
                      .filter(step -> !isEndOf(flow, step) && !Elements.isInside(flow, step))
                      .filter(
                          step ->
                              drawing
                                  .segments(id(flow))
                                  .anyMatch(part -> part.box().overlaps(box(drawing, step))))
                      .map(step -> id(flow) + " runs through " + id(step)));
    }
  },
  /** Names beside elements can be read: nothing runs through them and none covers another. */
  NAMES_CLEAR {
    @Override
    public Stream<String> problems(ModelFile model) {
      var drawing = Drawing.of(model);
      return drawing.labels().entrySet().stream()
          .flatMap(
              label ->
                  clashes(model, drawing, label.getKey(), label.getValue())
                      .map(other -> "the name of " + label.getKey() + " lies on " + other));
    }

    private Stream<String> clashes(ModelFile model, Drawing drawing, String owner, Box name) {
      var steps =
          Elements.steps(model)
              .filter(step -> !step.getLocalName().equals("subProcess"))
              .filter(step -> name.overlaps(box(drawing, step)))
              .map(Elements::id);
      var lines =
          drawing.edges().keySet().stream()
              .filter(line -> drawing.segments(line).anyMatch(part -> part.box().overlaps(name)));
      var names =
          drawing.labels().entrySet().stream()
              .filter(other -> !other.getKey().equals(owner) && other.getValue().overlaps(name))
              .map(Map.Entry::getKey);
      return Stream.of(steps, lines, names).flatMap(clash -> clash);
    }
  };

  private static final Box NOWHERE = new Box(0, 0, 0, 0);

  private static Box box(Drawing drawing, Element node) {
    return drawing.shapes().getOrDefault(id(node), NOWHERE);
  }

  private static Box host(Drawing drawing, Element event) {
    return drawing.shapes().getOrDefault(event.getAttribute("attachedToRef"), NOWHERE);
  }

  private static boolean isConnected(Element flow, Drawing drawing) {
    var points = drawing.edges().getOrDefault(id(flow), List.of());
    var from = drawing.shapes().getOrDefault(flow.getAttribute("sourceRef"), NOWHERE);
    var to = drawing.shapes().getOrDefault(flow.getAttribute("targetRef"), NOWHERE);
    return drawing.segments(id(flow)).allMatch(Drawing.Segment::isStraight)
        && from.hasOnBorder(points.getFirst())
        && to.hasOnBorder(points.getLast());
  }

  private static boolean isEndOf(Element flow, Element step) {
    return flow.getAttribute("sourceRef").equals(id(step))
        || flow.getAttribute("targetRef").equals(id(step));
  }

  private static Stream<List<Element>> pairs(List<Element> elements) {
    return elements.stream()
        .flatMap(
            one ->
                elements.subList(elements.indexOf(one) + 1, elements.size()).stream()
                    .map(other -> List.of(one, other)));
  }
}
