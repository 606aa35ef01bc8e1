package io.plumbline.reporting.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Addresses of the lists behind figures. */
final class Links {
  private Links() {}

  static String requestsOf(UUID project, boolean all) {
    return requests(all) + "project=" + project;
  }

  static String lateRequestsOf(UUID project, boolean all) {
    return requestsOf(project, all) + "&status=submitted";
  }

  static String requestsIn(String category, boolean all) {
    return requests(all) + "category=" + encoded(category);
  }

  static String instances(String process, String state) {
    return "operations?process=" + encoded(process) + "&state=" + state;
  }

  static String inbox(String query) {
    return query.isEmpty() ? "inbox" : "inbox?" + query;
  }

  private static String requests(boolean all) {
    return all ? "requests?show=all&" : "requests?";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
