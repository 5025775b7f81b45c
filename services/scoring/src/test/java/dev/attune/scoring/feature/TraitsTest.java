package dev.attune.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.model.conversation.SeedCorpus;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TraitsTest {

    private static final String CLIENT = "I'm ashamed of the 3 envelopes in the drawer, and I hide them.";
    private static final Lexicon LEXICON = Lexicon.bundled();

    private final ReplyTraits replies = new ReplyTraits(LEXICON);

    @Test
    void shouldSeeCuesOfEmotionsInTheClientAlone() {
        assertThat(traits(new ClientTraits(LEXICON), new ClientMessage(CLIENT)))
                .containsEntry("emotion-shame", 1.0)
                .containsEntry("emotion-anger", 0.0)
                .doesNotContainKey("pressure");
        assertThat(traits("I am ashamed too.")).doesNotContainKey("emotion-shame");
    }

    @Test
    void shouldSeeHowAReplySpeaks() {
        assertThat(traits("You should pay. You must not wait.")).satisfies(shows("pressure", "second-person"));
        assertThat(traits("Don't worry, it is just money!")).satisfies(shows("minimising", "exclamations"));
        assertThat(traits("Would it help if we opened one?"))
                .satisfies(shows("permission", "questions"))
                .containsEntry("ends-with-question", 1.0);
        assertThat(traits("Rebalance into an ETF.")).satisfies(shows("jargon"));
    }

    private static java.util.function.Consumer<Map<String, Double>> shows(String... names) {
        return traits -> assertThat(names)
                .allSatisfy(name -> assertThat(traits.get(name)).isPositive());
    }

    @Test
    void shouldSeeWhatIsTakenFromTheClient() {
        assertThat(traits("Those envelopes have been in that drawer.").get("echo"))
                .isGreaterThan(0.2);
        assertThat(traits("Savings bonds mature.")).containsEntry("echo", 0.0).containsEntry("echo-runs", 0.0);
        assertThat(traits("I'm ashamed of the 3 envelopes in the drawer")).satisfies(shows("echo-runs"));
        assertThat(traits("About 3 of them"))
                .containsEntry("numbers-unheard", 0.0)
                .satisfies(shows("numbers"));
        assertThat(traits("About 5 of them")).satisfies(shows("numbers-unheard", "numbers"));
    }

    @Test
    void shouldSeeFeelingOnlyWhereItComesBeforeTheFirstNumber() {
        assertThat(traits("Being ashamed of 3 envelopes")).containsEntry("feeling-first", 0.5);
        assertThat(traits("3 envelopes, and you are ashamed")).containsEntry("feeling-first", 0.0);
    }

    @Test
    void shouldKeepEveryTraitOfRepliesBetweenZeroAndOne() {
        SeedCorpus.pilot().conversations().stream()
                .flatMap(conversation -> conversation.turns().stream())
                .forEach(turn -> turn.responses()
                        .forEach(response -> assertThat(traits(replies, new Reply(response.text(), turn.client()))
                                        .values())
                                .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0))));
    }

    @Test
    void shouldNotTellTheLengthOfAReply() {
        String sentence = "You could open one envelope tonight. ";
        Map<String, Double> few = traits(sentence.repeat(20));
        Map<String, Double> many = traits(sentence.repeat(200));
        few.forEach((name, value) -> assertThat(many.get(name)).isCloseTo(value, within(0.15)));
    }

    private Map<String, Double> traits(String reply) {
        return traits(replies, new Reply(reply, CLIENT));
    }

    private static Map<String, Double> traits(Describer describer, Document document) {
        double[] values = new double[describer.names().size()];
        describer.describe(document, new Scratch(), values);
        Map<String, Double> traits = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            traits.put(describer.names().get(i), values[i]);
        }
        return traits;
    }
}
