package dev.attune.model.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A document in parts of at most so many lines each, for tools that read no longer files. A part has the form of a document and
 * some of its turns, none of them cut; its metadata are those of the whole, so that {@code total_turns} tells that it is a part.
 * The pointers in a part count the turns of the whole, and the revisions stand in the first part.
 */
public final class DocumentParts {

    private DocumentParts() {}

    /**
     * Splits a document, with as many turns in each part as fit.
     *
     * @param maxLines the most lines of a part as {@link #text} writes it
     * @return the parts in their order; one where the whole fits
     * @throws IllegalArgumentException where a turn does not fit by itself
     */
    public static List<ConversationDocument> split(ConversationDocument document, int maxLines) {
        List<ConversationDocument> parts = new ArrayList<>();
        int turns = document.trainingPairs().size();
        for (int from = 0; from < turns; ) {
            int to = from + 1;
            ConversationDocument part = part(document, from, to);
            if (lines(part) > maxLines) {
                throw new IllegalArgumentException("%s: turn %d takes %d lines, and a turn cannot be split"
                        .formatted(document.conversationMetadata().conversationId(), from + 1, lines(part)));
            }
            while (to < turns && lines(part(document, from, to + 1)) <= maxLines) {
                to++;
                part = part(document, from, to);
            }
            parts.add(part);
            from = to;
        }
        return parts;
    }

    /**
     * Puts a document together again.
     *
     * @param parts all of them, in their order
     */
    public static ConversationDocument join(List<ConversationDocument> parts) {
        return new ConversationDocument(
                parts.getFirst().conversationMetadata(),
                parts.stream().flatMap(part -> part.trainingPairs().stream()).toList(),
                parts.stream().flatMap(part -> part.labelRevisions().stream()).toList(),
                parts.stream()
                        .flatMap(part -> part.derivedFields().stream())
                        .sorted()
                        .toList());
    }

    /** A document or part over many lines. */
    public static String text(ConversationDocument document) {
        return ConversationDocument.format().writeLines(document);
    }

    private static int lines(ConversationDocument document) {
        return (int) text(document).lines().count();
    }

    private static ConversationDocument part(ConversationDocument document, int from, int to) {
        return new ConversationDocument(
                document.conversationMetadata(),
                document.trainingPairs().subList(from, to),
                from == 0 ? document.labelRevisions() : List.of(),
                document.derivedFields().stream()
                        .filter(pointer -> {
                            int turn = turn(pointer);
                            return turn < 0 ? from == 0 : turn >= from && turn < to;
                        })
                        .toList());
    }

    /** The index of the turn that a pointer points into; negative where it points elsewhere. */
    private static int turn(String pointer) {
        String[] steps = pointer.split("/", -1);
        return steps.length > 2 && steps[1].equals("training_pairs") ? Integer.parseInt(steps[2]) : -1;
    }
}
