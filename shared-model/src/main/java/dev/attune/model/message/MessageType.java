package dev.attune.model.message;

/** Every kind of message: its topic, its versioned type (the CloudEvents attribute {@code type}) and its record. */
public enum MessageType {
    TURN_CHANGED("attune.turns", "dev.attune.turn-changed.v1", TurnChanged.class),
    /** On the topic of the turns, so that it comes after every message of them that it ends. */
    CONVERSATION_ERASED("attune.turns", "dev.attune.conversation-erased.v1", ConversationErased.class),
    TURN_SCORED("attune.scores", "dev.attune.turn-scored.v1", TurnScored.class),
    JUDGMENT_RECORDED("attune.judgments", "dev.attune.judgment-recorded.v1", JudgmentRecorded.class),
    TURN_RANKED("attune.rankings", "dev.attune.turn-ranked.v1", TurnRanked.class);

    private final String topic;
    private final String type;
    private final Class<? extends Record> payload;

    MessageType(String topic, String type, Class<? extends Record> payload) {
        this.topic = topic;
        this.type = type;
        this.payload = payload;
    }

    /** The Kafka topic that carries it. */
    public String topic() {
        return topic;
    }

    /** The type with its version, as the header {@code ce_type} says it. */
    public String type() {
        return type;
    }

    /** The record that the payload's JSON maps to. */
    public Class<? extends Record> payload() {
        return payload;
    }
}
