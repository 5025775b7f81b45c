package dev.attune.scoring.score.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.attune.model.Json;
import dev.attune.model.message.TurnScored;
import dev.attune.model.message.TurnScored.ClientState;
import dev.attune.model.message.TurnScored.EmotionScore;
import dev.attune.model.message.TurnScored.Finding;
import dev.attune.model.message.TurnScored.ResponseScore;
import dev.attune.scoring.score.CurrentScore;
import io.vertx.mutiny.sqlclient.Row;
import java.io.UncheckedIOException;
import java.util.List;

/** Rows of the table {@code score}; its JSON columns are parts of the message, in the message's form. */
final class ScoreRows {

    private static final TypeReference<List<EmotionScore>> EMOTIONS = new TypeReference<>() {};
    private static final TypeReference<List<ResponseScore>> RESPONSES = new TypeReference<>() {};

    private static final TypeReference<ClientState> STATE = new TypeReference<>() {};
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private ScoreRows() {}

    static CurrentScore score(Row row) {
        String state = row.getString("state");
        TurnScored score = new TurnScored(
                row.getString("dataset"),
                row.getUUID("conversation_id"),
                row.getUUID("turn_id"),
                row.getLong("turn_revision"),
                row.getLong("revision"),
                row.getString("version"),
                row.getString("rubric"),
                read(row.getString("emotions"), EMOTIONS),
                state == null ? null : read(state, STATE),
                read(row.getString("responses"), RESPONSES),
                read(row.getString("findings"), FINDINGS));
        return new CurrentScore(score, row.getOffsetDateTime("scored_at").toInstant());
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
