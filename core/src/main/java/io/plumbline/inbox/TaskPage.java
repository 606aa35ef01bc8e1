package io.plumbline.inbox;

import io.plumbline.shared.CappedCount;
import java.util.List;

/** Some rows of a list, and how many it has. */
public record TaskPage(List<TaskRow> rows, CappedCount total) {}
