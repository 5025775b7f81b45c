package dev.attune.model.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.model.Json;
import dev.attune.model.conversation.Message;
import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.TurnChanged.Candidate;
import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Strength;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.model.message.TurnScored.ClientState;
import dev.attune.model.message.TurnScored.EmotionScore;
import dev.attune.model.message.TurnScored.Finding;
import dev.attune.model.message.TurnScored.ResponseScore;
import dev.attune.model.message.TurnScored.StrategyScore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON of every message, which other services and kept topics depend on. */
class MessageContractTest {

    private static final UUID CONVERSATION = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID TURN = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID A = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("01900000-0000-7000-8000-00000000000b");

    @Test
    void shouldKeepTheFormOfTurnChanged() throws Exception {
        assertContract(
                new TurnChanged(
                        "planner",
                        null,
                        CONVERSATION,
                        TURN,
                        2,
                        1,
                        TurnState.COMPLETE,
                        List.of(Message.user("Hi"), Message.assistant("Hello")),
                        "I owe money",
                        List.of(new Candidate(A, "Tell me more.", "author"), new Candidate(B, "Pay it.", "imported")),
                        List.of(new TurnChanged.Preference(A, B))),
                """
                {"dataset":"planner","conversationId":"01900000-0000-7000-8000-000000000001",\
                "turnId":"01900000-0000-7000-8000-000000000002","turnNumber":2,"revision":1,"state":"complete",\
                "history":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}],"text":"I owe money",\
                "candidates":[{"responseId":"01900000-0000-7000-8000-00000000000a","text":"Tell me more.",\
                "generator":"author"},{"responseId":"01900000-0000-7000-8000-00000000000b","text":"Pay it.",\
                "generator":"imported"}],"preferences":[{"chosen":"01900000-0000-7000-8000-00000000000a",\
                "rejected":"01900000-0000-7000-8000-00000000000b"}]}""");
    }

    @Test
    void shouldKeepTheFormOfTurnScored() throws Exception {
        assertContract(
                new TurnScored(
                        "planner",
                        CONVERSATION,
                        TURN,
                        1,
                        3,
                        "m@1",
                        "r@2",
                        List.of(new EmotionScore("shame", 0.5)),
                        new ClientState(0.75, -0.5, 0.25, -0.25),
                        List.of(new ResponseScore(
                                A,
                                Map.of("empathy", 4.5),
                                -0.25,
                                List.of(new StrategyScore("concrete-steps", 0.625)),
                                0.125)),
                        List.of(
                                new Finding("shaming", "breach", A, "how could you", "It blames."),
                                new Finding("leap", "warning", null, "fine", "Nothing happened."))),
                """
                {"dataset":"planner","conversationId":"01900000-0000-7000-8000-000000000001",\
                "turnId":"01900000-0000-7000-8000-000000000002","turnRevision":1,"revision":3,"model":"m@1",\
                "rubric":"r@2","emotions":[{"emotion":"shame","confidence":0.5}],\
                "state":{"intensity":0.75,"valence":-0.5,"arousal":0.25,"dominance":-0.25},"responses":[{"responseId":\
                "01900000-0000-7000-8000-00000000000a","rubric":{"empathy":4.5},"utility":-0.25,\
                "strategies":[{"strategy":"concrete-steps","confidence":0.625}],"change":0.125}],\
                "findings":[{"code":"shaming","severity":"breach",\
                "responseId":"01900000-0000-7000-8000-00000000000a","words":"how could you","why":"It blames."},\
                {"code":"leap","severity":"warning","words":"fine","why":"Nothing happened."}]}""");
    }

    @Test
    void shouldReadScoresFromBeforeStatesAndFindings() throws Exception {
        TurnScored old = Json.mapper().readValue("""
                {"dataset":"planner","conversationId":"01900000-0000-7000-8000-000000000001",\
                "turnId":"01900000-0000-7000-8000-000000000002","turnRevision":1,"revision":3,"model":"m@1",\
                "rubric":"r@2","emotions":[{"emotion":"shame","confidence":0.5}],"responses":[{"responseId":\
                "01900000-0000-7000-8000-00000000000a","rubric":{"empathy":4.5},"utility":-0.25}]}""", TurnScored.class);

        assertThat(old.state()).isNull();
        assertThat(old.findings()).isEmpty();
        assertThat(old.responses().getFirst().strategies()).isEmpty();
    }

    @Test
    void shouldKeepTheFormOfJudgmentRecorded() throws Exception {
        assertContract(
                new JudgmentRecorded(
                        "planner",
                        CONVERSATION,
                        TURN,
                        A,
                        B,
                        "ann",
                        JudgmentOrigin.HUMAN,
                        Outcome.BOTH_BAD,
                        A,
                        B,
                        null,
                        Instant.parse("2026-11-20T10:00:00Z")),
                """
                {"dataset":"planner","conversationId":"01900000-0000-7000-8000-000000000001",\
                "turnId":"01900000-0000-7000-8000-000000000002","judgmentId":"01900000-0000-7000-8000-00000000000a",\
                "comparisonId":"01900000-0000-7000-8000-00000000000b","rater":"ann","origin":"human",\
                "outcome":"both_bad","left":"01900000-0000-7000-8000-00000000000a",\
                "right":"01900000-0000-7000-8000-00000000000b","at":"2026-11-20T10:00:00Z"}""");
    }

    @Test
    void shouldKeepTheFormOfTurnRanked() throws Exception {
        assertContract(
                new TurnRanked(
                        "planner",
                        CONVERSATION,
                        TURN,
                        1,
                        3,
                        2,
                        "m@1",
                        List.of(new Strength(A, 0.5, 0.25)),
                        List.of(new PairEstimate(
                                A, B, 0.75, 0.5, 0.875, new Tally(1, 0, 0, 0), Tally.NONE, List.of(A)))),
                """
                {"dataset":"planner","conversationId":"01900000-0000-7000-8000-000000000001",\
                "turnId":"01900000-0000-7000-8000-000000000002","turnRevision":1,"scoreRevision":3,"revision":2,\
                "model":"m@1","strengths":[{"responseId":"01900000-0000-7000-8000-00000000000a","value":0.5,\
                "deviation":0.25}],"pairs":[{"a":"01900000-0000-7000-8000-00000000000a",\
                "b":"01900000-0000-7000-8000-00000000000b","probability":0.75,"low":0.5,"high":0.875,\
                "human":{"a":1,"b":0,"ties":0,"bothBad":0},"imported":{"a":0,"b":0,"ties":0,"bothBad":0},\
                "judgments":["01900000-0000-7000-8000-00000000000a"]}]}""");
    }

    @Test
    void shouldKeepTheFormOfConversationErased() throws Exception {
        assertContract(new ConversationErased("planner", CONVERSATION, Instant.parse("2026-11-20T10:00:00Z")), """
                {"dataset":"planner","conversationId":"01900000-0000-7000-8000-000000000001",\
                "at":"2026-11-20T10:00:00Z"}""");
        assertThatThrownBy(() -> Json.mapper().readValue("{\"dataset\":\"planner\"}", ConversationErased.class))
                .hasMessageContaining("the conversation is not named");
    }

    @Test
    void shouldTolerateWhatALaterVersionAdds() throws Exception {
        String later = """
                {"responseId":"01900000-0000-7000-8000-00000000000a","value":0.5,"deviation":0.25,"colour":"red"}""";

        assertThat(Json.mapper().readValue(later, Strength.class)).isEqualTo(new Strength(A, 0.5, 0.25));
    }

    private static void assertContract(Record message, String json) throws Exception {
        assertThat(Json.mapper().writeValueAsString(message)).isEqualTo(json);
        assertThat(Json.mapper().readValue(json, message.getClass())).isEqualTo(message);
    }
}
