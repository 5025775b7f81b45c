package dev.attune.model.strict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A file format that a record describes: its strict reader, its writer and its JSON Schema. Names are in snake case, what
 * is absent is left out, and what the writer wrote the reader reads and the writer writes again to the byte.
 * Thread-safe.
 *
 * @param <T> the record
 */
public final class StrictFormat<T extends Record> {

    private static final JsonMapper JSON = configure(JsonMapper.builder()).build();
    private static final YAMLMapper YAML =
            configure(YAMLMapper.builder(YAMLFactory.builder().build())).build();

    private final Class<T> type;
    private final ObjectMapper mapper;
    private final Shapes shapes;
    private final Shape.Fields shape;

    private StrictFormat(Class<T> type, ObjectMapper mapper) {
        this.type = type;
        this.mapper = mapper;
        this.shapes = new Shapes(JSON);
        this.shape = shapes.of(type);
    }

    /** The JSON format of a record. */
    public static <T extends Record> StrictFormat<T> json(Class<T> type) {
        return new StrictFormat<>(type, JSON);
    }

    /** The YAML format of a record. */
    public static <T extends Record> StrictFormat<T> yaml(Class<T> type) {
        return new StrictFormat<>(type, YAML);
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configure(B builder) {
        return builder.addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    }

    /**
     * Reads a document.
     *
     * @param name how a refusal calls it, a file's name say
     * @throws BreachException with every breach of the format; where it cannot be parsed at all, with that alone
     */
    public T read(String name, byte[] document) {
        JsonNode tree;
        try {
            tree = mapper.readTree(document);
        } catch (JsonProcessingException e) {
            Breaches breaches = new Breaches();
            breaches.add("", "cannot be parsed, line %d: %s".formatted(line(e), e.getOriginalMessage()));
            throw new BreachException(name, breaches.list());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(name, tree);
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    /**
     * Reads a document that is parsed already.
     *
     * @throws BreachException with every breach of the format
     */
    public T read(String name, JsonNode tree) {
        Breaches breaches = new Breaches();
        shape.check(tree, "", breaches);
        if (!breaches.isEmpty()) {
            throw new BreachException(name, breaches.list());
        }
        try {
            return mapper.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a document; the same record is the same bytes. */
    public byte[] write(T document) {
        try {
            return mapper.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a document over many lines, for people and for tools that read by the line; the same record is the same text. */
    public String writeLines(T document) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as a tree, to follow pointers in it. */
    public JsonNode tree(T document) {
        return mapper.valueToTree(document);
    }

    /**
     * The JSON Schema, draft 2020-12.
     *
     * @param id its identifier, a URI
     * @param title what the format is called
     */
    public ObjectNode schema(String id, String title) {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", id)
                .put("title", title);
        schema.setAll(shape.schema());
        ObjectNode definitions = schema.putObject("$defs");
        shapes.met().forEach(record -> definitions.set(record.name(), record.definition()));
        return schema;
    }
}
