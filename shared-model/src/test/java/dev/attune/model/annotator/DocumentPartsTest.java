package dev.attune.model.annotator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.document.ConversationDocument;
import dev.attune.model.document.DocumentMetadata;
import dev.attune.model.document.DocumentParts;
import dev.attune.model.document.TrainingPair;
import dev.attune.model.vertical.Vertical;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The whole corpus in parts. */
class DocumentPartsTest {

    private static final int MOST = 1_500;

    private static final List<ConversationDocument> DOCUMENTS = new Annotator(
                    Vertical.finance(), new DocumentMetadata.Authorship("language-model", false, "Apache-2.0"))
            .annotate(SeedCorpus.finance().conversations());

    @Test
    void shouldSplitBetweenTurnsAndJoinAgain() {
        int split = 0;
        for (ConversationDocument document : DOCUMENTS) {
            List<ConversationDocument> parts = DocumentParts.split(document, MOST);

            assertThat(parts)
                    .allSatisfy(
                            part -> assertThat(DocumentParts.text(part).lines()).hasSizeLessThanOrEqualTo(MOST));
            assertRejoined(parts, document);
            split += parts.size() > 1 ? 1 : 0;
        }
        assertThat(split).isPositive();
    }

    @Test
    void shouldSplitAnywhereThatATurnFits() {
        Random random = new Random(20_261_127);
        for (ConversationDocument document : DOCUMENTS) {
            int most = 600 + random.nextInt(1_000);
            List<ConversationDocument> parts = DocumentParts.split(document, most);
            assertThat(parts)
                    .allSatisfy(
                            part -> assertThat(DocumentParts.text(part).lines()).hasSizeLessThanOrEqualTo(most));
            assertRejoined(parts, document);
        }
    }

    @Test
    void shouldNameTheTurnThatDoesNotFit() {
        assertThatThrownBy(() -> DocumentParts.split(DOCUMENTS.getFirst(), 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("fp_[a-z]+_001: turn 1 takes \\d+ lines, and a turn cannot be split");
    }

    private static void assertRejoined(List<ConversationDocument> parts, ConversationDocument document) {
        List<ConversationDocument> read = parts.stream()
                .map(part -> ConversationDocument.format()
                        .read("a part", DocumentParts.text(part).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
        assertThat(read)
                .flatExtracting(ConversationDocument::trainingPairs)
                .extracting(pair -> ((TrainingPair) pair).turnNumber())
                .containsExactlyElementsOf(document.trainingPairs().stream()
                        .map(TrainingPair::turnNumber)
                        .toList());
        assertThat(DocumentParts.join(read)).isEqualTo(document);
        assertThat(DocumentParts.join(read).write()).isEqualTo(document.write());
    }
}
