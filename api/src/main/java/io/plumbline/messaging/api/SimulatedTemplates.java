package io.plumbline.messaging.api;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.Tenants;
import io.plumbline.messaging.MessageTemplate;
import io.plumbline.messaging.MessageTemplates;
import io.plumbline.messaging.PhoneSimulator.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The templates the simulated provider approved: those any firm entered. */
@Component
@Profile("local")
class SimulatedTemplates {
  private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {};

  private final MessageTemplates templates;
  private final Tenants tenants;
  private final Callers callers;
  private final JsonMapper json;

  SimulatedTemplates(
      MessageTemplates templates, Tenants tenants, Callers callers, JsonMapper json) {
    this.templates = templates;
    this.tenants = tenants;
    this.callers = callers;
    this.json = json;
  }

  /**
   * What a phone shows of a template.
   *
   * @param variables JSON: the values by number of their placeholder
   */
  String text(String contentSid, String variables) {
    var values = json.readValue(variables, VARIABLES);
    return find(contentSid)
        .map(template -> template.textWith(values))
        .orElseGet(() -> unknown(contentSid, values));
  }

  /** The quick replies of a template: the variables named {@code button...}, by their names. */
  List<Button> buttons(String contentSid, String variables) {
    var values = json.readValue(variables, VARIABLES);
    return find(contentSid).stream()
        .flatMap(
            template ->
                IntStream.range(0, template.variables().size())
                    .filter(i -> MessageTemplate.isButton(template.variables().get(i)))
                    .mapToObj(
                        i ->
                            new Button(
                                label(template.variables().get(i)),
                                values.getOrDefault(Integer.toString(i + 1), ""))))
        .toList();
  }

  /** "buttonSendBack" says "Send back". */
  private static String label(String variable) {
    var words =
        variable
            .substring(MessageTemplate.BUTTON.length())
            .replaceAll("(?<=.)(?=[A-Z])", " ")
            .toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private Optional<MessageTemplate> find(String contentSid) {
    var all = new ArrayList<MessageTemplate>();
    for (var tenant : tenants.all()) {
      callers.run(Caller.system(tenant), () -> all.addAll(templates.active()));
    }
    return all.stream().filter(template -> template.contentSid().equals(contentSid)).findFirst();
  }

  private static String unknown(String contentSid, Map<String, String> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(value -> value.getKey() + ": " + value.getValue())
        .collect(Collectors.joining("\n", "Template " + contentSid + "\n", ""));
  }
}
