package dev.attune.model.text.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often personal data were replaced; on the wire an object of the codes of the kinds, such as {@code {"email":3}}.
 *
 * @param byKind the replacements of each kind; kinds without any are not there
 */
public record PersonalDataCounts(@JsonValue Map<PersonalDataKind, Long> byKind) {

    /** None. */
    public static final PersonalDataCounts NONE = new PersonalDataCounts(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonalDataCounts {
        EnumMap<PersonalDataKind, Long> copy = new EnumMap<>(PersonalDataKind.class);
        copy.putAll(byKind);
        byKind = Collections.unmodifiableMap(copy);
    }

    /** Both together. */
    public PersonalDataCounts plus(PersonalDataCounts more) {
        EnumMap<PersonalDataKind, Long> sum = new EnumMap<>(PersonalDataKind.class);
        sum.putAll(byKind);
        more.byKind.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new PersonalDataCounts(sum);
    }
}
