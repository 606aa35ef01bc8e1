package io.plumbline.inbox.ui;

import io.plumbline.inbox.InboxQuery;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.SavedFilters;
import io.plumbline.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An address with what its saved filter asks for today.
 *
 * @param gone whether there is no such filter, or not for this person
 * @param unfit fields that no longer exist, cannot be read, or name what is not there any more
 */
record SavedAddress(InboxAddress address, String name, boolean gone, List<String> unfit) {

  static SavedAddress open(InboxAddress address, SavedFilters filters, FilterPanel.Offers offers) {
    if (address.saved() == null) {
      return new SavedAddress(address, "", false, List.of());
    }
    try {
      var filter = filters.find(address.saved());
      var read = filter.read();
      var unfit = new ArrayList<>(read.unfit());
      var query = existing(read.query(), offers, unfit);
      return new SavedAddress(address.meaning(query), filter.name(), false, unfit);
    } catch (NotFound gone) {
      var plain = new InboxAddress(InboxQuery.first(), null, address.task());
      return new SavedAddress(plain, "", true, List.of());
    }
  }

  private static InboxQuery existing(
      InboxQuery query, FilterPanel.Offers offers, List<String> unfit) {
    var filter = query.filter();
    var projects = offers.projects().stream().map(each -> each.id().value()).toList();
    if (isMissing(filter.projectId(), projects)) {
      unfit.add("project");
      filter = filter.project(null);
    }
    if (isMissing(filter.processId(), offers.processes())) {
      unfit.add("process");
      filter = filter.process(null);
    }
    return InboxQuery.of(query.view(), filter).sortedBy(query.sorts().toArray(Sort[]::new));
  }

  private static boolean isMissing(@Nullable Object wanted, List<?> there) {
    return wanted != null && there.stream().noneMatch(each -> Objects.equals(each, wanted));
  }
}
