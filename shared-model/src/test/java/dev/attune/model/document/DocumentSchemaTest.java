package dev.attune.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.attune.model.annotator.Annotator;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.strict.BreachException;
import dev.attune.model.vertical.Vertical;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The JSON Schema against the records, and both against each other on spoilt documents. */
class DocumentSchemaTest {

    private static final String FILE = "/schema/conversation-document.schema.json";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int SPOILT = 3_000;

    @Test
    void shouldBeWhatTheRecordsSay() throws Exception {
        JsonNode made =
                ConversationDocument.format().schema(ConversationDocument.SCHEMA_ID, "Emotionally aware conversation");
        Files.writeString(
                Path.of("target", "conversation-document.schema.json"), MAPPER.writeValueAsString(made) + "\n");

        try (InputStream in = getClass().getResourceAsStream(FILE)) {
            assertThat(in).as("the made one is in target/").isNotNull();
            assertThat(MAPPER.readTree(in)).isEqualTo(MAPPER.readTree(MAPPER.writeValueAsString(made)));
        }
    }

    @Test
    void shouldTakeAndRefuseTheSameDocumentsAsTheReader() throws Exception {
        JsonSchema schema = schema();
        Random random = new Random(20_261_127);
        assertThat(schema.validate(Documents.tree())).isEmpty();
        int refused = 0;
        for (int i = 0; i < SPOILT; i++) {
            ObjectNode tree = Documents.tree();
            String spoilt = spoil(tree, random);

            boolean byReader = refuses(tree);
            boolean bySchema = !schema.validate(tree).isEmpty();

            assertThat(byReader).as(spoilt).isEqualTo(bySchema);
            refused += byReader ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(SPOILT / 2);
    }

    @Test
    void shouldTakeEveryDocumentOfTheCorpusWholeAndInParts() throws Exception {
        JsonSchema schema = schema();
        List<ConversationDocument> documents = new Annotator(
                        Vertical.finance(), new DocumentMetadata.Authorship("language-model", false, "Apache-2.0"))
                .annotate(SeedCorpus.finance().conversations());
        assertThat(documents).hasSize(100);
        for (ConversationDocument document : documents) {
            assertThat(schema.validate(MAPPER.readTree(document.write()))).isEmpty();
            for (ConversationDocument part : DocumentParts.split(document, 1_500)) {
                assertThat(schema.validate(MAPPER.readTree(DocumentParts.text(part))))
                        .isEmpty();
            }
        }
    }

    private static boolean refuses(ObjectNode tree) {
        try {
            ConversationDocument.format().read("spoilt", tree);
            return false;
        } catch (BreachException e) {
            assertThat(e.breaches()).isNotEmpty();
            return true;
        }
    }

    /** Changes one value somewhere. */
    private static String spoil(ObjectNode tree, Random random) {
        List<JsonNode> inner = new ArrayList<>();
        collect(tree, inner);
        JsonNode at = inner.get(random.nextInt(inner.size()));
        if (at instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name =
                    names.isEmpty() || random.nextInt(6) == 0 ? "surplus" : names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                object.remove(name);
                return "without " + name;
            }
            JsonNode value = value(random);
            object.set(name, value);
            return name + " = " + value;
        }
        ArrayNode array = (ArrayNode) at;
        JsonNode value = value(random);
        if (array.isEmpty() || random.nextInt(3) == 0) {
            array.add(value);
        } else if (random.nextInt(3) == 0) {
            array.removeAll();
        } else {
            array.set(random.nextInt(array.size()), value);
        }
        return "an array with " + value;
    }

    private static void collect(JsonNode node, List<JsonNode> inner) {
        if (node.isContainerNode()) {
            inner.add(node);
            node.forEach(child -> collect(child, inner));
        }
    }

    private static JsonNode value(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> MAPPER.nullNode();
            case 1 -> MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> MAPPER.getNodeFactory().numberNode(random.nextInt(9) - 2);
            case 3 -> MAPPER.getNodeFactory().numberNode(random.nextInt(30) / 10.0 - 1);
            case 4 -> MAPPER.getNodeFactory().textNode("");
            case 5 -> MAPPER.getNodeFactory().textNode(" \t");
            case 6 -> MAPPER.getNodeFactory().textNode("low");
            case 7 -> MAPPER.getNodeFactory().textNode("some words");
            case 8 -> MAPPER.createArrayNode();
            case 9 -> MAPPER.createArrayNode().add("a").add("b").add("c");
            case 10 -> MAPPER.createObjectNode();
            default -> MAPPER.createObjectNode().put("text", "x").put("title", "y");
        };
    }

    private static JsonSchema schema() throws Exception {
        try (InputStream in = DocumentSchemaTest.class.getResourceAsStream(FILE)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }
}
