package dev.attune.model.document;

import static dev.attune.model.strict.Breaches.child;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.attune.model.strict.Breaches;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of what a document says of itself: its revisions, and which of its values a rule produced. */
final class HistoryRules {

    private final ConversationDocument document;
    private final Breaches breaches;
    private final JsonNode tree;

    HistoryRules(ConversationDocument document, Breaches breaches) {
        this.document = document;
        this.breaches = breaches;
        this.tree = ConversationDocument.format().tree(document);
    }

    /** Notes every breach. */
    void run() {
        revisions();
        derived();
    }

    /** Each value's revisions are a chain: every one supersedes the one before, and the last says what stands there. */
    private void revisions() {
        Map<String, LabelRevision> last = new HashMap<>();
        Set<String> ids = new HashSet<>();
        List<LabelRevision> revisions = document.labelRevisions();
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < revisions.size(); i++) {
            LabelRevision revision = revisions.get(i);
            String at = child("/label_revisions", i);
            require(ids.add(revision.id()), at + "/id", "must be unique");
            @Nullable LabelRevision before = last.put(revision.pointer(), revision);
            place.put(revision.pointer(), i);
            if (before == null) {
                require(revision.supersedes() == null, at + "/supersedes", "must not be there on the first of a value");
            } else {
                require(
                        before.id().equals(revision.supersedes()),
                        at + "/supersedes",
                        "must be the revision of the same value before it");
                require(revision.from().equals(before.to()), at + "/from", "must be what the revision before it left");
                require(
                        !revision.at().isBefore(before.at()),
                        at + "/at",
                        "must not be before the revision it supersedes");
            }
        }
        last.forEach((pointer, revision) -> require(
                follow(pointer).equals(revision.to()),
                child("/label_revisions", place.getOrDefault(pointer, 0)) + "/to",
                "must be the value that stands in the document"));
    }

    private void derived() {
        for (int i = 0; i < document.derivedFields().size(); i++) {
            require(
                    !follow(document.derivedFields().get(i)).isMissingNode(),
                    child("/derived_fields", i),
                    "must be the pointer of a value of this document");
        }
    }

    private JsonNode follow(String pointer) {
        try {
            return tree.at(JsonPointer.compile(pointer));
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    private void require(boolean condition, String pointer, String message) {
        breaches.require(condition, pointer, message);
    }
}
