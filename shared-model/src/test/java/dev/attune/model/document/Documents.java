package dev.attune.model.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.model.annotator.Annotator;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.vertical.Vertical;

/** Documents to spoil. */
final class Documents {

    private static final ConversationDocument GOOD = new Annotator(
                    Vertical.finance(), new DocumentMetadata.Authorship("language-model", false, "Apache-2.0"))
            .annotate(SeedCorpus.pilot().conversations().getFirst(), 1);

    private Documents() {}

    /** A document of three turns that keeps every rule. */
    static ConversationDocument good() {
        return GOOD;
    }

    /** The same as a tree of its own. */
    static ObjectNode tree() {
        return ConversationDocument.format().tree(GOOD).deepCopy();
    }
}
