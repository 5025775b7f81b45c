package dev.attune.model.text.personal;

import dev.attune.model.text.personal.finding.Finding;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes placeholders over findings; the same value has the same one throughout a conversation. */
final class Placeholders {

    private final Map<PersonalDataKind, Map<String, String>> given = new EnumMap<>(PersonalDataKind.class);
    private final Map<PersonalDataKind, Long> counts = new EnumMap<>(PersonalDataKind.class);

    /** The text with a placeholder for each finding. */
    String write(String text, List<Finding> findings) {
        if (findings.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int last = 0;
        for (Finding finding : findings) {
            result.append(text, last, finding.start()).append(placeholder(finding));
            last = finding.end();
            counts.merge(finding.kind(), 1L, Long::sum);
        }
        return result.append(text, last, text.length()).toString();
    }

    PersonalDataCounts counts() {
        return new PersonalDataCounts(counts);
    }

    private String placeholder(Finding finding) {
        Map<String, String> ofKind = given.computeIfAbsent(finding.kind(), kind -> new HashMap<>());
        String suffix = ofKind.isEmpty() ? "" : "-" + (ofKind.size() + 1);
        return ofKind.computeIfAbsent(
                finding.value(), value -> "[" + finding.kind().name() + suffix + "]");
    }
}
