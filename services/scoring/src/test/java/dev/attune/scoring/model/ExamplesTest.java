package dev.attune.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.AuthoredConversation.Emotion;
import dev.attune.model.conversation.AuthoredConversation.Response;
import dev.attune.model.conversation.AuthoredConversation.Turn;
import dev.attune.model.rubric.Rubric;
import dev.attune.scoring.feature.FeatureExtractor;
import dev.attune.scoring.feature.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private static final Rubric RUBRIC = Rubric.finance();

    private final Examples examples = new Examples(new FeatureExtractor(Lexicon.bundled()), RUBRIC);

    @Test
    void shouldPairResponsesWhoseMeanGradesDiffer() {
        TrainingSet set = examples.of(List.of(conversation("a", response(5), response(2), response(5))));
        assertThat(set.pairs()).hasSize(2).allSatisfy(pair -> {
            assertThat(pair.margin()).isEqualTo(3.0);
            assertThat(pair.conversation()).isEqualTo("a");
        });
        assertThat(set.responses()).hasSize(3);
    }

    @Test
    void shouldLeaveOutWhatIsNotFullyGraded() {
        Response ungraded = new Response("a", null, null, null, null, List.of(), Map.of("empathy", 5), null);
        TrainingSet set = examples.of(List.of(conversation("a", response(5), ungraded)));
        assertThat(set.responses()).hasSize(1);
        assertThat(set.pairs()).isEmpty();
    }

    @Test
    void shouldKeepConversationsApart() {
        TrainingSet set = examples.of(List.of(conversation("a", response(5)), conversation(null, response(1))));
        assertThat(set.conversations()).containsExactly("a", "#1");
        assertThat(set.where("a"::equals).turns()).hasSize(1);
        assertThat(set.pairs()).isEmpty();
    }

    @Test
    void shouldHintOnlyAtEmotionsThatTheCorpusHas() {
        TrainingSet set = examples.of(List.of(conversation("a", response(5))));
        assertThat(set.hints()).extracting(TrainingSet.Hint::emotion).containsExactly("fear");
    }

    @Test
    void shouldLearnOnlyWordsOfSeveralConversations() {
        TrainingSet set = examples.of(List.of(conversation("a", response(5)), conversation("b", response(4))));
        assertThat(Vocabulary.ofResponses(set, 2)).contains("w:let").doesNotContain("w:5", "w:a");
        assertThat(Vocabulary.ofResponses(set, 3)).isEmpty();
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
