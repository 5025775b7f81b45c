package dev.attune.model.document;

import dev.attune.model.strict.BreachException;
import dev.attune.model.strict.Breaches;
import dev.attune.model.strict.StrictFormat;
import dev.attune.model.vertical.Vertical;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A conversation in the deep format.
 *
 * @param conversationMetadata what is true of the conversation as a whole
 * @param trainingPairs one for each turn, in their order
 * @param labelRevisions the document's own history, oldest first
 * @param derivedFields JSON Pointers of the values that a rule produced and no author wrote, sorted
 */
public record ConversationDocument(
        DocumentMetadata conversationMetadata,
        @Size(min = 1) List<TrainingPair> trainingPairs,
        List<LabelRevision> labelRevisions,
        List<String> derivedFields) {

    /** The identifier of the JSON Schema. */
    public static final String SCHEMA_ID = "https://attune.dev/schema/conversation-document.schema.json";

    private static final StrictFormat<ConversationDocument> FORMAT = StrictFormat.json(ConversationDocument.class);

    public ConversationDocument {
        trainingPairs = List.copyOf(trainingPairs);
        labelRevisions = List.copyOf(labelRevisions);
        derivedFields = List.copyOf(derivedFields);
    }

    /** The form of the format: reader of the form alone, writer and schema. */
    public static StrictFormat<ConversationDocument> format() {
        return FORMAT;
    }

    /**
     * Reads a document and holds it against the rules of form, then against those that tie its fields together.
     *
     * @param name how a refusal calls it
     * @param vertical whose codes it uses
     * @throws BreachException with the JSON Pointer of every breach of the form, or where the form is right, of every
     *     breach of the rules
     */
    public static ConversationDocument read(String name, byte[] json, Vertical vertical) {
        ConversationDocument document = FORMAT.read(name, json);
        Breaches breaches = new Breaches();
        DocumentRules.check(document, vertical, breaches);
        if (!breaches.isEmpty()) {
            throw new BreachException(name, breaches.list());
        }
        return document;
    }

    /** Writes it; the same document is the same bytes, and what is read from them is the same document. */
    public byte[] write() {
        return FORMAT.write(this);
    }
}
