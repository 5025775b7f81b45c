package dev.attune.generation.importing.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.coverage.Outline;
import dev.attune.model.vertical.Vertical;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The labels of an authored conversation, as far as the vertical knows them; free text in their place is not kept. */
final class Labels {

    private static final List<String> OF_CONVERSATION = List.of("topic", "stage", "tier", "persona", "edge");
    private static final List<String> OF_TURN = List.of("emotions", "intensity", "strategies");

    private Labels() {}

    /** Null where the row bears none. */
    static @Nullable Outline of(JsonNode row) throws RowFault {
        if (!bearsAny(row)) {
            return null;
        }
        try {
            AuthoredConversation conversation = Json.mapper().treeToValue(row, AuthoredConversation.class);
            return Outline.of(conversation).within(Vertical.finance());
        } catch (JsonMappingException e) {
            throw Fields.wrongType(path(e), "as the format has it");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a parsed row cannot be parsed", e);
        }
    }

    private static boolean bearsAny(JsonNode row) {
        if (OF_CONVERSATION.stream().anyMatch(row::hasNonNull)) {
            return true;
        }
        for (JsonNode turn : row.path("turns")) {
            if (OF_TURN.stream().anyMatch(turn::hasNonNull)) {
                return true;
            }
        }
        return false;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/"));
    }
}
