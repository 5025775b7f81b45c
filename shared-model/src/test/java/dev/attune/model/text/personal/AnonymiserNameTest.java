package dev.attune.model.text.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymiserNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My name is Zorana Vukic.|My name is Alex Ashdown.",
                "Hi, my name's Thandi and I'm Grace.|Hi, my name's Alex and I'm Rowan.",
                "I'm Will Johnson|I'm Alex Ashdown",
                "Mrs. Okafor and Dr. Zubiri called|Mrs. Ashdown and Dr. Birchall called",
                "Priya Raman said that Priya's brother moved|Alex Ashdown said that Alex's brother moved",
                "I told Mark about it|I told Alex about it",
                "My husband Jörg and our daughter Xochitl|My husband Alex and our daughter Rowan",
                "Maria J. Lopez-Garcia|Alex J. Ashdown-Birchall",
                "MARIA! maria? Maria\u2019s|ALEX! alex? Alex\u2019s",
                "Kevin and Aisha; Kevin again|Alex and Rowan; Alex again"
            })
    void shouldGiveOtherNames(String text, String expected) {
        assertThat(anonymise(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zyx Quombly|Hello Zyx. ZYX? Zyx\u2019s house, said Quombly.|Hello Alex. ALEX? Alex\u2019s house, said Ashdown.",
                "jennifer|thanks jennifer, Jennifer|thanks alex, Alex",
                "Support Team|Support helps. I need support.|Alex helps. I need support.",
                "You|Do you? You do.|Do you? You do.",
                "Mark|I told Mark. Mark my words. I mark it.|I told Alex. Mark my words. I mark it.",
                "Elena Morales|Thanks, Elena Morales.|Thanks, Elena Morales."
            })
    void shouldGiveOtherNamesToPeopleWhoAreKnown(String person, String text, String expected) {
        Anonymised first = Anonymiser.anonymise(List.of(text), Set.of(person));
        assertThat(first.texts()).containsExactly(expected);
        assertThat(Anonymiser.anonymise(first.texts(), Set.of(person)).texts()).isEqualTo(first.texts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Will this work? May I ask? Mark my words. Grace periods end. Bill me. Hope helps. Art sells.",
                "Rich people save. Penny stocks fall. Frank talk, a rich will, a bill in may, joy and hope.",
                "Thank you, Elena. Ms. Morales, or Elena Morales, CFP.",
                "I have a Roth IRA at Charles Schwab and stock with Morgan Stanley and Wells Fargo.",
                "In May, June and August; on Tuesday in April.",
                "I'm Sorry, I'm American, I'm Scared.",
                "My wife Says no. The GI Bill paid. Social Security Grant."
            })
    void shouldLeaveWords(String text) {
        assertThat(anonymise(text)).isEqualTo(text);
    }

    @Test
    void shouldKnowANameEverywhereInAConversation() {
        Anonymised anonymised = Anonymiser.anonymise(
                List.of("Thandeka told me.", "Then thandeka left. My name is Sipho.", "My sister Thandeka's house"));

        assertThat(anonymised.texts())
                .containsExactly("Alex told me.", "Then alex left. My name is Rowan.", "My sister Alex's house");
        assertThat(anonymised.replaced().byKind()).containsOnlyKeys(PersonalDataKind.NAME);
        assertThat(anonymised.replaced().byKind().get(PersonalDataKind.NAME)).isEqualTo(4);
    }

    @Test
    void shouldNotMakeTwoPeopleOne() {
        assertThat(anonymise("Maria asked alex.")).isEqualTo("Rowan asked alex.");
        assertThat(anonymise("Maria and Alex and Rowan")).isEqualTo("Alex and Rowan and Quinn");
    }

    @Test
    void shouldNumberPeopleWhenPseudonymsAreUsedUp() {
        String text = IntStream.range(0, 40)
                .mapToObj(i -> "My name is Zo" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "x.")
                .collect(Collectors.joining(" "));

        String once = anonymise(text);

        assertThat(once).startsWith("My name is Alex.").contains("[NAME]").endsWith("[NAME-12].");
        assertThat(anonymise(once)).isEqualTo(once);
    }

    private static String anonymise(String text) {
        return Anonymiser.anonymise(List.of(text)).texts().getFirst();
    }
}
