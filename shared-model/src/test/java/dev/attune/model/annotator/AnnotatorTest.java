package dev.attune.model.annotator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.document.ConversationDocument;
import dev.attune.model.document.DocumentMetadata;
import dev.attune.model.document.TrainingPair;
import dev.attune.model.strict.BreachException;
import dev.attune.model.vertical.Vertical;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotatorTest {

    private static final Vertical FINANCE = Vertical.finance();
    private static final List<AuthoredConversation> CORPUS =
            SeedCorpus.finance().conversations();

    private final Annotator annotator =
            new Annotator(FINANCE, new DocumentMetadata.Authorship("language-model", false, "Apache-2.0"));

    @Test
    void shouldWriteDocumentsThatKeepEveryRule() {
        List<ConversationDocument> documents = annotator.annotate(CORPUS);

        assertThat(documents).hasSameSizeAs(CORPUS);
        assertThat(documents).allSatisfy(document -> {
            byte[] bytes = document.write();
            ConversationDocument read = ConversationDocument.read("a document", bytes, FINANCE);
            assertThat(read).isEqualTo(document);
            assertThat(read.write()).isEqualTo(bytes);
        });
        assertThat(documents)
                .extracting(document -> document.conversationMetadata().conversationId())
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTakeOverWhatTheAuthorWrote() {
        AuthoredConversation authored = CORPUS.getFirst();

        ConversationDocument document = annotator.annotate(authored, 1);

        for (int i = 0; i < authored.turns().size(); i++) {
            TrainingPair pair = document.trainingPairs().get(i);
            AuthoredConversation.Turn turn = authored.turns().get(i);
            assertThat(pair.currentUserInput()).isEqualTo(turn.client());
            assertThat(pair.targetResponse())
                    .isEqualTo(turn.responses().getFirst().text());
            assertThat(pair.emotionalContext().detectedEmotions().primary())
                    .isEqualTo(turn.emotions().getFirst().emotion());
            assertThat(pair.responseStrategy().primaryStrategy())
                    .isEqualTo(turn.strategies().getFirst());
            assertThat(pair.trainingMetadata().qualityScore())
                    .isEqualTo(turn.responses().getFirst().grade());
            turn.indicators()
                    .forEach(indicator -> assertThat(pair.emotionalContext().emotionalIndicators())
                            .containsEntry(indicator.category(), indicator.words()));
        }
    }

    @Test
    void shouldNameWhatCameByRuleAndNothingThatWasAuthored() {
        ConversationDocument document = annotator.annotate(CORPUS.getFirst(), 1);
        JsonNode tree = ConversationDocument.format().tree(document);

        assertThat(document.derivedFields())
                .isSorted()
                .doesNotHaveDuplicates()
                .allSatisfy(pointer -> assertThat(
                                tree.at(JsonPointer.compile(pointer)).isMissingNode())
                        .isFalse())
                .contains(
                        "/training_pairs/0/response_breakdown",
                        "/training_pairs/0/response_strategy/primary_rationale",
                        "/training_pairs/1/emotional_context/emotional_progression")
                .noneMatch(pointer -> pointer.endsWith("/current_user_input")
                        || pointer.endsWith("/target_response")
                        || pointer.endsWith("/primary_strategy")
                        || pointer.endsWith("/detected_emotions/primary"));
    }

    @Test
    void shouldSayThatNoPersonReviewedIt() {
        assertThat(annotator.annotate(CORPUS)).allSatisfy(document -> {
            assertThat(document.conversationMetadata().authorship().reviewedByExpert())
                    .isFalse();
            assertThat(document.trainingPairs())
                    .noneMatch(pair -> pair.trainingMetadata().humanReviewed());
        });
    }

    @Test
    void shouldRefuseWhatLacksItsLabelsNamingEachPlace() {
        AuthoredConversation bare = new AuthoredConversation(
                "bare", null, "gardening", null, null, "nobody", null, null, null, null, null, List.of(), List.of());

        assertThatThrownBy(() -> annotator.annotate(bare, 1))
                .isInstanceOf(BreachException.class)
                .hasMessageContaining("bare /topic: is no topic of the vertical")
                .hasMessageContaining("bare /persona: is no persona of the vertical")
                .hasMessageContaining("bare /client: is missing")
                .hasMessageContaining("bare /turns: must have at least one");
    }
}
