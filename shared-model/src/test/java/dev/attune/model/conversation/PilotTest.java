package dev.attune.model.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.AuthoredConversation.Turn;
import dev.attune.model.rubric.Rubric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the twelve first conversations are, on which demo and tests stand. */
class PilotTest {

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

    private List<Turn> turns() {
        return conversations.stream()
                .flatMap(conversation -> conversation.turns().stream())
                .toList();
    }
}
