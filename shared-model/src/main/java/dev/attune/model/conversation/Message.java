package dev.attune.model.conversation;

/**
 * One message of a conversation.
 *
 * @param role who speaks
 * @param content what is said, plain text
 */
public record Message(Role role, String content) {

    public static Message user(String content) {
        return new Message(Role.USER, content);
    }

    public static Message assistant(String content) {
        return new Message(Role.ASSISTANT, content);
    }
}
