package dev.attune.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.model.strict.Breach;
import dev.attune.model.strict.BreachException;
import dev.attune.model.vertical.Vertical;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentRulesTest {

    private static final String PAIR = "/training_pairs/1";

    static List<Arguments> spoilt() {
        return List.of(
                spoil("/conversation_metadata/total_turns", doc -> metadata(doc).put("total_turns", 7)),
                spoil(PAIR + "/turn_number", doc -> pair(doc).put("turn_number", 5)),
                spoil(PAIR + "/id", doc -> pair(doc).put("id", "fp_marcus_001_turn9")),
                spoil(PAIR + "/conversation_id", doc -> pair(doc).put("conversation_id", "fp_marcus_009")),
                spoil(
                        PAIR + "/conversation_metadata/client_persona",
                        doc -> object(pair(doc), "conversation_metadata").put("client_persona", "jennifer")),
                spoil(
                        PAIR + "/conversation_history",
                        doc -> ((ObjectNode) pair(doc)
                                        .withArray("conversation_history")
                                        .get(0))
                                .put("content", "something else")),
                spoil(
                        PAIR + "/emotional_context/detected_emotions/secondary",
                        doc -> emotions(doc).put("secondary", "malaise")),
                spoil(
                        PAIR + "/emotional_context/detected_emotions/secondary_confidence",
                        doc -> emotions(doc).put("secondary_confidence", 0.99)),
                spoil(
                        PAIR + "/emotional_context/detected_emotions/tertiary_confidence",
                        doc -> emotions(doc).put("tertiary_confidence", 0.1)),
                spoil(
                        PAIR + "/emotional_context/emotional_indicators/bodily/0",
                        doc -> object(object(pair(doc), "emotional_context"), "emotional_indicators")
                                .putArray("bodily")
                                .add("words that nobody said")),
                spoil(PAIR + "/emotional_context/emotional_progression", doc -> {
                    object(pair(doc), "emotional_context").remove("emotional_progression");
                    withoutDerived(doc, PAIR + "/emotional_context/emotional_progression");
                }),
                spoil(
                        PAIR + "/emotional_context/emotional_progression/before",
                        doc -> object(object(pair(doc), "emotional_context"), "emotional_progression")
                                .put("before", "joy")),
                spoil(
                        PAIR + "/emotional_context/client_needs_hierarchy/0/priority",
                        doc -> ((ObjectNode) object(pair(doc), "emotional_context")
                                        .withArray("client_needs_hierarchy")
                                        .get(0))
                                .put("priority", 3)),
                spoil(
                        PAIR + "/response_strategy/primary_strategy",
                        doc -> object(pair(doc), "response_strategy").put("primary_strategy", "cheer-up")),
                spoil(
                        PAIR + "/response_strategy/avoid_tactics/0",
                        doc -> ((ArrayNode)
                                        object(pair(doc), "response_strategy").get("avoid_tactics"))
                                .set(0, "silence")),
                spoil(
                        PAIR + "/response_breakdown/total_sentences",
                        doc -> object(pair(doc), "response_breakdown").put("total_sentences", 99)),
                spoil(
                        "/training_pairs/2/response_breakdown/sentences",
                        doc -> ((ObjectNode) doc.get("training_pairs").get(2))
                                .put("target_response", "Another reply.")),
                spoil(
                        PAIR + "/training_metadata/conversation_turn",
                        doc -> training(doc).put("conversation_turn", 1)),
                spoil(
                        PAIR + "/training_metadata/demonstrates_skills/0",
                        doc -> ((ArrayNode) training(doc).get("demonstrates_skills")).set(0, "Marcus")),
                spoil(
                        PAIR + "/training_metadata/human_reviewed",
                        doc -> training(doc).put("human_reviewed", true)),
                spoil("/derived_fields/0", doc -> ((ArrayNode) doc.get("derived_fields")).set(0, "/nowhere")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void shouldPointAtWhatBreaksARule(String pointer, Consumer<ObjectNode> change) {
        ObjectNode tree = Documents.tree();
        change.accept(tree);

        BreachException refusal = refusal(tree);

        assertThat(refusal).isNotNull();
        assertThat(refusal.breaches()).extracting(Breach::pointer).containsExactly(pointer);
    }

    @Test
    void shouldNotLetOneBreachHideTheNext() {
        ObjectNode tree = Documents.tree();
        training(tree).put("conversation_turn", 1);
        emotions(tree).put("primary", "malaise");
        metadata(tree).put("total_turns", 7);

        assertThat(refusal(tree).breaches())
                .extracting(Breach::pointer)
                .contains(
                        PAIR + "/training_metadata/conversation_turn",
                        PAIR + "/emotional_context/detected_emotions/primary",
                        "/conversation_metadata/total_turns");
    }

    @Test
    void shouldTakeRevisionsThatFormAChain() {
        ObjectNode tree = Documents.tree();
        revise(tree, "r1", 0.75, 0.6, null, "2026-01-01T00:00:00Z");
        revise(tree, "r2", 0.6, 0.7, "r1", "2026-01-02T00:00:00Z");
        emotions(tree).put("intensity", 0.7);

        ConversationDocument document = read(tree);

        assertThat(document.labelRevisions()).hasSize(2);
        assertThat(read(document.write()).write()).isEqualTo(document.write());
    }

    @Test
    void shouldPointAtWhatBreaksTheChainOfRevisions() {
        ObjectNode tree = Documents.tree();
        revise(tree, "r1", 0.75, 0.6, "r0", "2026-01-03T00:00:00Z");
        revise(tree, "r1", 0.65, 0.7, null, "2026-01-02T00:00:00Z");

        assertThat(refusal(tree).breaches())
                .extracting(Breach::pointer)
                .containsExactlyInAnyOrder(
                        "/label_revisions/0/supersedes",
                        "/label_revisions/1/id",
                        "/label_revisions/1/supersedes",
                        "/label_revisions/1/from",
                        "/label_revisions/1/at",
                        "/label_revisions/1/to");
    }

    @Test
    void shouldTakeAReviewThatAPersonMade() {
        ObjectNode tree = Documents.tree();
        training(tree).put("human_reviewed", true);
        ObjectNode revision = tree.withArray("label_revisions").addObject();
        revision.put("id", "review-1")
                .put("pointer", PAIR + "/training_metadata/human_reviewed")
                .put("from", false)
                .put("to", true)
                .put("reason", "read whole")
                .put("evidence", "the form")
                .put("at", "2026-01-02T00:00:00Z");
        revision.putObject("actor")
                .put("kind", "reviewer")
                .put("pseudonym", "ada")
                .put("credential", "CFP");

        assertThat(read(tree).trainingPairs().get(1).trainingMetadata().humanReviewed())
                .isTrue();
        ((ObjectNode) revision.get("actor")).put("kind", "model");
        assertThat(refusal(tree).breaches())
                .extracting(Breach::pointer)
                .containsExactly(PAIR + "/training_metadata/human_reviewed");
    }

    private static void revise(
            ObjectNode tree, String id, double from, double to, @Nullable String supersedes, String at) {
        ObjectNode revision = tree.withArray("label_revisions").addObject();
        revision.put("id", id)
                .put("pointer", PAIR + "/emotional_context/detected_emotions/intensity")
                .put("from", from)
                .put("to", to)
                .put("reason", "reads weaker")
                .put("evidence", "two raters")
                .put("at", at);
        revision.putObject("actor").put("kind", "bulk-review").put("pseudonym", "b");
        if (supersedes != null) {
            revision.put("supersedes", supersedes);
        }
    }

    private static void withoutDerived(ObjectNode tree, String pointer) {
        Iterator<JsonNode> derived = tree.withArray("derived_fields").iterator();
        while (derived.hasNext()) {
            if (derived.next().asText().startsWith(pointer)) {
                derived.remove();
            }
        }
    }

    private static Arguments spoil(String pointer, Consumer<ObjectNode> change) {
        return Arguments.of(pointer, change);
    }

    private static ObjectNode metadata(ObjectNode tree) {
        return object(tree, "conversation_metadata");
    }

    private static ObjectNode pair(ObjectNode tree) {
        return (ObjectNode) tree.get("training_pairs").get(1);
    }

    private static ObjectNode emotions(ObjectNode tree) {
        return object(object(pair(tree), "emotional_context"), "detected_emotions");
    }

    private static ObjectNode training(ObjectNode tree) {
        return object(pair(tree), "training_metadata");
    }

    private static ObjectNode object(ObjectNode tree, String name) {
        return (ObjectNode) tree.get(name);
    }

    private static BreachException refusal(ObjectNode tree) {
        return catchThrowableOfType(BreachException.class, () -> read(tree));
    }

    private static ConversationDocument read(ObjectNode tree) {
        return read(tree.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static ConversationDocument read(byte[] json) {
        return ConversationDocument.read("spoilt", json, Vertical.finance());
    }
}
