package dev.attune.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.model.annotator.Annotator;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.strict.Breach;
import dev.attune.model.strict.BreachException;
import dev.attune.model.vertical.Vertical;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Documents of the corpus with one breach of the form each, at a place that chance chose: refused for exactly that place. */
class PlantedBreachTest {

    private static final int DOCUMENTS = 200;

    /** Its names are words of the sentence, so that no name is unknown there. */
    private static final String WORDS = "/word_choice_rationale";

    private static final List<ConversationDocument> CORPUS = new Annotator(
                    Vertical.finance(), new DocumentMetadata.Authorship("language-model", false, "Apache-2.0"))
            .annotate(SeedCorpus.finance().conversations());

    @Test
    void shouldNameExactlyThePlaceOfABreach() {
        Random random = new Random(20_261_127);
        for (int i = 0; i < DOCUMENTS; i++) {
            ObjectNode tree = ConversationDocument.format()
                    .tree(CORPUS.get(random.nextInt(CORPUS.size())))
                    .deepCopy();
            Map<String, ObjectNode> objects = new TreeMap<>();
            collect(tree, "", objects);
            String pointer = plant(List.copyOf(objects.entrySet()), random);

            BreachException refusal = catchThrowableOfType(
                    BreachException.class,
                    () -> ConversationDocument.read(
                            "planted", tree.toString().getBytes(StandardCharsets.UTF_8), Vertical.finance()));

            assertThat(refusal).as(pointer).isNotNull();
            assertThat(refusal.breaches()).extracting(Breach::pointer).containsExactly(pointer);
        }
    }

    /** An unknown field, or a value of a kind that no field of its name may have. */
    private static String plant(List<Map.Entry<String, ObjectNode>> objects, Random random) {
        Map.Entry<String, ObjectNode> at = objects.get(random.nextInt(objects.size()));
        ObjectNode object = at.getValue();
        List<String> names = object.properties().stream().map(Map.Entry::getKey).toList();
        if (names.isEmpty() || random.nextInt(4) == 0) {
            object.put("surplus", 1);
            return at.getKey() + "/surplus";
        }
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = object.get(name);
        if (value.isContainerNode()) {
            object.put(name, "words");
        } else if (value.isTextual()) {
            object.putObject(name);
        } else {
            object.put(name, "many");
        }
        return at.getKey() + "/" + name;
    }

    private static void collect(JsonNode node, String pointer, Map<String, ObjectNode> objects) {
        if (pointer.endsWith(WORDS)) {
            return;
        }
        if (node instanceof ObjectNode object) {
            objects.put(pointer, object);
            object.properties().forEach(field -> collect(field.getValue(), pointer + "/" + field.getKey(), objects));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), pointer + "/" + i, objects);
            }
        }
    }
}
