package dev.attune.model.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.AuthoredConversation.Response;
import dev.attune.model.conversation.AuthoredConversation.Turn;
import dev.attune.model.rubric.Rubric;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedCorpusTest {

    private final List<AuthoredConversation> conversations = SeedCorpus.pilot().conversations();

    @Test
    void shouldHoldTwelveConversationsOfTwoToEightTurns() {
        assertThat(conversations).hasSize(12);
        assertThat(conversations).extracting(AuthoredConversation::id).doesNotHaveDuplicates();
        assertThat(conversations)
                .allSatisfy(conversation -> assertThat(conversation.turns()).hasSizeBetween(2, 8));
    }

    @Test
    void shouldGradeTwoOrThreeResponsesOfEachTurn() {
        List<String> criteria = Rubric.finance().codes();
        assertThat(turns()).allSatisfy(turn -> {
            assertThat(turn.emotions()).hasSizeBetween(1, 3);
            assertThat(turn.responses()).hasSizeBetween(2, 3);
            assertThat(turn.responses().getFirst().kind()).isEqualTo("target");
            assertThat(turn.responses()).allSatisfy(response -> {
                assertThat(response.scores()).containsOnlyKeys(criteria);
                assertThat(response.scores().values()).allMatch(score -> score >= 1 && score <= 5);
            });
        });
    }

    @Test
    void shouldNameTheHarmWordForWord() {
        assertThat(responses().filter(response -> !"target".equals(response.kind())))
                .allSatisfy(response -> assertThat(response.text()).contains(response.harm()));
    }

    @Test
    void shouldNotTellQualityByLength() {
        assertThat(turns()).allSatisfy(turn -> {
            List<Integer> lengths = turn.responses().stream()
                    .map(response -> response.text().length())
                    .sorted()
                    .toList();
            assertThat(lengths.getLast()).isLessThanOrEqualTo((int) (lengths.getFirst() * 1.15));
        });
    }

    @Test
    void shouldRepeatNoLongSentence() {
        Map<String, Integer> sentences = new HashMap<>();
        responses()
                .flatMap(response -> Arrays.stream(response.text().split("(?<=[.!?])\\s+")))
                .filter(sentence -> sentence.split("\\s+").length > 6)
                .forEach(sentence -> sentences.merge(sentence, 1, Integer::sum));

        assertThat(sentences).allSatisfy((sentence, count) -> assertThat(count).isEqualTo(1));
    }

    private List<Turn> turns() {
        return conversations.stream()
                .flatMap(conversation -> conversation.turns().stream())
                .toList();
    }

    private Stream<Response> responses() {
        return turns().stream().flatMap(turn -> turn.responses().stream());
    }
}
