package io.plumbline.approval;

import io.plumbline.approval.AnswerableKind.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds that features registered, by form key; two for one key fail the start. */
@Component
class AnswerableKinds {
  private final Map<String, AnswerableKind> byFormKey;

  AnswerableKinds(List<AnswerableKind> kinds) {
    byFormKey =
        kinds.stream()
            .collect(Collectors.toUnmodifiableMap(AnswerableKind::formKey, Function.identity()));
  }

  Optional<AnswerableKind> find(String formKey) {
    return Optional.ofNullable(byFormKey.get(formKey));
  }

  /** The kind of what was offered; kinds do not go away while the application runs. */
  AnswerableKind of(Offer offer) {
    return find(offer.task().formKey())
        .orElseThrow(
            () -> new IllegalStateException("No answerable kind " + offer.task().formKey()));
  }

  Optional<Choice> choice(Offer offer, Word word) {
    return of(offer).choices().stream().filter(choice -> choice.word() == word).findFirst();
  }

  Optional<Choice> choice(Offer offer, String outcome) {
    return of(offer).choices().stream()
        .filter(choice -> choice.outcome().equals(outcome))
        .findFirst();
  }
}
