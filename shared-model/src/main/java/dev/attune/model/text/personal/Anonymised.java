package dev.attune.model.text.personal;

import java.util.List;

/**
 * A conversation without the personal data that were found.
 *
 * @param texts its texts in their order
 * @param replaced what was replaced
 */
public record Anonymised(List<String> texts, PersonalDataCounts replaced) {
    public Anonymised {
        texts = List.copyOf(texts);
    }
}
