package dev.attune.preference.combination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptTest {

    private static final Message SYSTEM = new Message(Role.SYSTEM, "Be calm.");
    private static final Message USER = Message.user("u");
    private static final Message ASSISTANT = Message.assistant("a");

    @Test
    void shouldEndWithWhatTheClientSaysNow() {
        assertThat(Prompt.of(List.of(USER, ASSISTANT), "now").messages())
                .containsExactly(USER, ASSISTANT, Message.user("now"));
    }

    @Test
    void shouldBeWellFormedWhenRolesAlternateFromUserToUser() {
        assertThat(new Prompt(List.of(USER)).wellFormed()).isTrue();
        assertThat(new Prompt(List.of(SYSTEM, USER)).wellFormed()).isTrue();
        assertThat(new Prompt(List.of(USER, ASSISTANT, USER)).wellFormed()).isTrue();
        assertThat(new Prompt(List.of(SYSTEM, USER, ASSISTANT, USER)).wellFormed())
                .isTrue();
    }

    @Test
    void shouldNotBeWellFormedOtherwise() {
        assertThat(new Prompt(List.of()).wellFormed()).isFalse();
        assertThat(new Prompt(List.of(SYSTEM)).wellFormed()).isFalse();
        assertThat(new Prompt(List.of(USER, ASSISTANT)).wellFormed()).isFalse();
        assertThat(new Prompt(List.of(USER, USER)).wellFormed()).isFalse();
        assertThat(new Prompt(List.of(ASSISTANT, USER)).wellFormed()).isFalse();
        assertThat(new Prompt(List.of(USER, SYSTEM, USER)).wellFormed()).isFalse();
        assertThat(new Prompt(List.of(SYSTEM, SYSTEM, USER)).wellFormed()).isFalse();
        assertThat(new Prompt(List.of(SYSTEM, ASSISTANT, USER)).wellFormed()).isFalse();
    }
}
