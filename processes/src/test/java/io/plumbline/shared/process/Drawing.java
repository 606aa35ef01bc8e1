package io.plumbline.shared.process;

import static io.plumbline.shared.process.ModelFile.children;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The picture of a model: where its elements are drawn, by their ids. */
record Drawing(Map<String, Box> shapes, Map<String, List<Point>> edges, Map<String, Box> labels) {
  static Drawing of(ModelFile model) {
    var drawing = new Drawing(new HashMap<>(), new HashMap<>(), new HashMap<>());
    Stream.of("BPMNShape", "DMNShape")
        .flatMap(model::all)
        .forEach(shape -> drawing.shapes.put(drawn(shape), bounds(shape)));
    Stream.of("BPMNEdge", "DMNEdge")
        .flatMap(model::all)
        .forEach(edge -> drawing.edges.put(drawn(edge), waypoints(edge)));
    model
        .all("BPMNLabel")
        .forEach(
            label -> drawing.labels.put(drawn((Element) label.getParentNode()), bounds(label)));
    return drawing;
  }

  Stream<Segment> segments(String edge) {
    var points = edges.getOrDefault(edge, List.of());
    return IntStream.range(1, points.size())
        .mapToObj(i -> new Segment(points.get(i - 1), points.get(i)));
  }

  private static String drawn(Element part) {
    return part.getAttribute("bpmnElement") + part.getAttribute("dmnElementRef");
  }

  private static Box bounds(Element part) {
    return children(part, "Bounds")
        .map(b -> new Box(number(b, "x"), number(b, "y"), number(b, "width"), number(b, "height")))
        .findFirst()
        .orElse(new Box(0, 0, 0, 0));
  }

  private static List<Point> waypoints(Element edge) {
    return children(edge, "waypoint").map(p -> new Point(number(p, "x"), number(p, "y"))).toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  record Point(double x, double y) {}

  record Segment(Point from, Point to) {
    boolean isStraight() {
      return from.x == to.x || from.y == to.y;
    }

    Box box() {
      var x = Math.min(from.x, to.x);
      var y = Math.min(from.y, to.y);
      return new Box(x, y, Math.abs(from.x - to.x), Math.abs(from.y - to.y));
    }
  }

  record Box(double x, double y, double width, double height) {
    private static final double LARGEST_DRAWING = 10_000;

    boolean isSensible() {
      return width > 0
          && height > 0
          && new Box(0, 0, LARGEST_DRAWING, LARGEST_DRAWING).holds(this, 0);
    }

    /** Touching is not overlapping. */
    boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    boolean holds(Box other, double margin) {
      return other.x >= x + margin
          && other.y >= y + margin
          && other.x + other.width <= x + width - margin
          && other.y + other.height <= y + height - margin;
    }

    boolean hasOnBorder(Point point) {
      var spot = new Box(point.x, point.y, 0, 0);
      return holds(spot, -1) && !holds(spot, 1);
    }

    Point centre() {
      return new Point(x + width / 2, y + height / 2);
    }
  }
}
