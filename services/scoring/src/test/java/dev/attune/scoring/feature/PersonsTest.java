package dev.attune.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PersonsTest {

    private static final String ANSWERED = "My rent is due and I hid the letters.";

    private final Persons persons = new Persons();

    @Test
    void shouldTellOneWhoSpeaksOfThemselvesFromOneWhoSpeaksOfTheOther() {
        Map<String, Double> me = of("I hid letters too. I felt sick whenever I saw one.");
        Map<String, Double> you = of("You hid them. What did you feel? Is your rent due?");

        assertThat(me)
                .containsEntry("me-opens", 1.0)
                .containsEntry("me-at-all", 1.0)
                .containsEntry("me-in-the-past", 1.0)
                .containsEntry("you-count", 0.0)
                .containsEntry("me-sentences", 2.0 / 3);
        assertThat(me.get("me-against-you")).isPositive();
        assertThat(you).containsEntry("me-count", 0.0).containsEntry("you-sentences", 3.0 / 4);
        assertThat(you.get("me-against-you")).isNegative();
    }

    @Test
    void shouldCountWhatIsTakenFromWhatIsAnswered() {
        assertThat(of("The letters and the rent.").get("taken-over-long")).isEqualTo(2.0 / 5);
        assertThat(of("Savings bonds mature.")).containsEntry("taken-over", 0.0);
    }

    @Test
    void shouldReadTypedApostrophesAndShouting() {
        assertThat(of("I’VE BEEN THERE")).containsEntry("me-opens", 1.0);
    }

    @Property
    void shouldStayFiniteForAnyText(@ForAll String text, @ForAll String context) {
        double[] into = new double[persons.names().size()];
        persons.describe(new Reply(text, context), new Scratch(), into);
        assertThat(into).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void shouldWriteOnesNumbersBeforeTheOthers() {
        Style style = new Style();
        Describer both = Describer.both(style, persons);
        Reply reply = new Reply("I know. Do you?", ANSWERED);
        double[] all = new double[both.names().size()];
        double[] first = new double[style.names().size()];
        double[] second = new double[persons.names().size()];

        both.describe(reply, new Scratch(), all);

        style.describe(reply, new Scratch(), first);
        persons.describe(reply, new Scratch(), second);
        assertThat(Arrays.copyOf(all, first.length)).containsExactly(first);
        assertThat(Arrays.copyOfRange(all, first.length, all.length)).containsExactly(second);
        assertThat(both.names()).startsWith("words").endsWith("taken-over-long").doesNotHaveDuplicates();
    }

    private Map<String, Double> of(String text) {
        List<String> names = persons.names();
        double[] into = new double[names.size()];
        persons.describe(new Reply(text, ANSWERED), new Scratch(), into);
        Map<String, Double> traits = new HashMap<>();
        for (int i = 0; i < into.length; i++) {
            traits.put(names.get(i), into[i]);
        }
        return traits;
    }
}
