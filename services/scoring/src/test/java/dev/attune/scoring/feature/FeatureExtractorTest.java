package dev.attune.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.model.conversation.SeedCorpus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {

    private static final Words CLIENT = Words.of("I'm ashamed of the 3 envelopes in the drawer, and I hide them.");

    private final FeatureExtractor extractor = new FeatureExtractor(Lexicon.bundled());

    @Test
    void shouldSeeCuesOfEmotionsInTheClientAlone() {
        assertThat(extractor.client(CLIENT).values())
                .containsEntry("emotion-shame", 1.0)
                .doesNotContainKeys("emotion-anger", "pressure");
        assertThat(traits("I am ashamed too.")).doesNotContainKey("emotion-shame");
    }

    @Test
    void shouldSeeHowAResponseSpeaks() {
        assertThat(traits("You should pay. You must not wait.")).containsKeys("pressure", "second-person");
        assertThat(traits("Don't worry, it is just money!")).containsKeys("minimising", "exclamations");
        assertThat(traits("Would it help if we opened one?"))
                .containsKeys("permission", "questions")
                .containsEntry("ends-with-question", 1.0);
        assertThat(traits("Rebalance into an ETF.")).containsKey("jargon");
    }

    @Test
    void shouldSeeWhatIsTakenFromTheClient() {
        assertThat(traits("Those envelopes have been in that drawer.").get("echo"))
                .isGreaterThan(0.2);
        assertThat(traits("Savings bonds mature.")).doesNotContainKeys("echo", "echo-runs");
        assertThat(traits("I'm ashamed of the 3 envelopes in the drawer")).containsKey("echo-runs");
        assertThat(traits("About 3 of them"))
                .doesNotContainKey("numbers-unheard")
                .containsKey("numbers");
        assertThat(traits("About 5 of them")).containsKeys("numbers-unheard", "numbers");
    }

    @Test
    void shouldSeeFeelingOnlyWhereItComesBeforeTheFirstNumber() {
        assertThat(traits("Being ashamed of 3 envelopes")).containsEntry("feeling-first", 0.5);
        assertThat(traits("3 envelopes, and you are ashamed")).doesNotContainKey("feeling-first");
    }

    @Test
    void shouldKeepEveryTraitBetweenZeroAndOne() {
        SeedCorpus.pilot().conversations().stream()
                .flatMap(conversation -> conversation.turns().stream())
                .forEach(turn -> turn.responses()
                        .forEach(response -> assertThat(extractor
                                        .response(Words.of(turn.client()), Words.of(response.text()))
                                        .values()
                                        .values())
                                .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0))));
    }

    @Test
    void shouldNotScoreLength() {
        String sentence = "You could open one envelope tonight. ";
        Map<String, Double> few = traits(sentence.repeat(20));
        Map<String, Double> many = traits(sentence.repeat(200));
        assertThat(many.keySet()).isEqualTo(few.keySet());
        few.forEach((name, value) -> assertThat(many.get(name)).isCloseTo(value, within(0.15)));
    }

    @Test
    void shouldMirrorDifferences() {
        Features a = extractor.response(CLIENT, Words.of("You should open them."));
        Features b = extractor.response(CLIENT, Words.of("May I ask what is in them?"));
        a.minus(b)
                .values()
                .forEach((name, value) -> assertThat(b.minus(a).values()).containsEntry(name, -value));
        assertThat(a.minus(a).values()).isEmpty();
    }

    private Map<String, Double> traits(String response) {
        return extractor.response(CLIENT, Words.of(response)).values();
    }
}
