package dev.attune.model.document;

import dev.attune.model.vertical.MoneyBelief;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a conversation as a whole.
 *
 * @param conversationId {@code fp_<persona>_<nnn>}
 * @param vertical the taxonomy that its codes are from, {@code name@hash}
 * @param rubric the rubric that its scores are by, {@code name@hash}
 * @param sourceId the name that it has where it was authored
 * @param topic the topic's code
 * @param stage discovery, strategy or implementation
 * @param tier template, scenario or edge_case
 * @param persona the archetype's code
 * @param edgeCase which edge case it is about
 * @param sourceDocument the paper that the talk is about
 * @param totalTurns the number of its training pairs
 * @param arc from which emotion to which it leads
 * @param client what is known of the client beyond the words
 * @param contrasts other conversations that differ from it in one respect
 * @param authorship who wrote it, and under which licence it may be used
 */
public record DocumentMetadata(
        String conversationId,
        String vertical,
        String rubric,
        String sourceId,
        String topic,
        String stage,
        String tier,
        String persona,
        @Nullable String edgeCase,
        @Nullable SourceDocument sourceDocument,
        @Min(1) int totalTurns,
        Arc arc,
        Client client,
        List<Contrast> contrasts,
        Authorship authorship) {

    /** A paper that a conversation is about, invented. */
    public record SourceDocument(String title, String text) {}

    /**
     * The way of a conversation.
     *
     * @param from the primary emotion of the first turn
     * @param to that of the last
     * @param shape setback, repair, referral, unresolved; empty where it goes straight
     * @param note what moves
     */
    public record Arc(Place from, Place to, List<String> shape, String note) {}

    /** An emotion with its intensity, 0 to 1. */
    public record Place(
            String emotion,
            @DecimalMin("0") @DecimalMax("1") double intensity) {}

    /**
     * What is known of the client.
     *
     * @param moneyBelief the money script
     * @param beliefOrigin where it came from
     * @param distortion a habit of thought, where there is one
     * @param readiness how ready for change
     * @param learntLater a fact that comes out only after the first turn
     */
    public record Client(
            MoneyBelief moneyBelief,
            String beliefOrigin,
            @Nullable String distortion,
            String readiness,
            String learntLater) {}

    /** Another conversation that is the same in one respect and differs in the rest. */
    public record Contrast(String kind, String with, String on) {}

    /**
     * Where the text comes from.
     *
     * @param kind language-model or person
     * @param reviewedByExpert whether a human expert reviewed it
     * @param licence an SPDX identifier
     */
    public record Authorship(String kind, boolean reviewedByExpert, String licence) {}
}
