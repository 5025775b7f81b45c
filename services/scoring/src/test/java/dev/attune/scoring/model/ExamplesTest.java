package dev.attune.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.AuthoredConversation.Emotion;
import dev.attune.model.conversation.AuthoredConversation.Response;
import dev.attune.model.conversation.AuthoredConversation.Turn;
import dev.attune.model.rubric.Rubric;
import dev.attune.model.vertical.Vad;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.rubric.Rubrics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private static final Rubric RUBRIC = Rubric.finance();

    private final Examples examples = new Examples(Vertical.finance(), Lexicon.bundled(), Rubrics.of(RUBRIC));

    @Test
    void shouldPairResponsesWhoseOverallGradesDiffer() {
        TrainingSet set = examples.of(List.of(conversation("a", response(5), response(2), response(5))), List.of());
        assertThat(set.pairs()).hasSize(2).allSatisfy(pair -> {
            assertThat(pair.margin()).isEqualTo(3.0);
            assertThat(pair.turn().conversation()).isEqualTo("a");
        });
        assertThat(set.responses()).isEqualTo(3);
    }

    @Test
    void shouldPairOnlyWhatIsFullyGraded() {
        Response partly = new Response("a", null, null, null, null, List.of(), Map.of("empathy", 5), null);
        Response ungraded = new Response("b", null, null, null, null, List.of(), Map.of(), null);
        TrainingSet set = examples.of(List.of(conversation("a", response(4), partly, ungraded)), List.of());
        assertThat(set.responses()).isEqualTo(2);
        assertThat(set.pairs()).isEmpty();
    }

    @Test
    void shouldKeepConversationsApart() {
        TrainingSet set =
                examples.of(List.of(conversation("a", response(5)), conversation(null, response(1))), List.of());
        assertThat(set.conversations()).containsExactly("a", "#1");
        assertThat(set.where("a"::equals).turns()).hasSize(1);
        assertThat(set.pairs()).isEmpty();
    }

    @Test
    void shouldPlaceAFeelingByItsEmotionsAndHowStrongTheyAre() {
        Vad fear = Vertical.finance().emotion("fear").orElseThrow().vad();
        TrainingSet set = examples.of(List.of(conversation("a", response(5))), List.of());

        TrainingSet.Feeling feeling =
                Objects.requireNonNull(set.turns().getFirst().feeling());

        // The taxonomy's place is for an intensity of 0.5, which this turn has.
        assertThat(feeling.vad().valence()).isCloseTo(fear.valence(), within(1e-9));
        assertThat(feeling.intensity()).isEqualTo(0.5);
    }

    @Test
    void shouldBringSentencesOfTheTaxonomy() {
        TrainingSet set = examples.of(List.of(), List.of());
        assertThat(set.emotions()).extracting(TrainingSet.Sample::code).contains("fear", "shame", "hope");
        assertThat(set.strategies()).extracting(TrainingSet.Sample::code).contains("empathic-validation");
    }

    private static AuthoredConversation conversation(@Nullable String id, Response... responses) {
        Turn turn = new Turn(
                "I'm afraid.",
                List.of(new Emotion("fear", 0.9)),
                0.5,
                "negative",
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(responses),
                List.of());
        return new AuthoredConversation(
                id, null, null, null, null, null, null, null, null, null, null, List.of(), List.of(turn));
    }

    private static Response response(int grade) {
        Map<String, Integer> scores = RUBRIC.codes().stream().collect(Collectors.toMap(code -> code, code -> grade));
        return new Response("Let it be.", null, null, null, null, List.of(), scores, null);
    }
}
