package dev.attune.generation.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.attune.generation.conversation.ConversationDraft.Preference;
import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.model.conversation.Message;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentRulesTest {

    private static final String HALF_PAIR = "a" + (char) 0xD83D;

    @Test
    void shouldTakeWhatIsGood() {
        assertThat(broken(turn("Hello \uD83D\uDE00", "Hi", "Hey"))).isEmpty();
        assertThat(broken(turn("Hello", "Hi"), turn("And now?"))).isEmpty();
        assertThat(broken(turn("x".repeat(32 * 1024), "Hi"))).isEmpty();
    }

    @Test
    void shouldNameEveryBreach() {
        ConversationDraft draft = new ConversationDraft(
                " ",
                "",
                List.of(Message.user("\u0000"), Message.assistant("\n")),
                List.of(
                        turn("", "same", "same", " "),
                        turn("no answer"),
                        new Turn(
                                HALF_PAIR,
                                List.of(new Response("é".repeat(16 * 1024 + 1), "g\u0007")),
                                List.of(new Preference(0, 1), new Preference(0, 0)))));

        assertThat(ContentRules.check(draft))
                .extracting(breach -> breach.reason().code() + " " + breach.pointer())
                .containsExactly(
                        "invalid_text /id",
                        "empty_message /system",
                        "invalid_text /opening/0",
                        "empty_message /opening/1",
                        "empty_prompt /turns/0/client",
                        "identical_answers /turns/0/responses/1/text",
                        "empty_answer /turns/0/responses/2/text",
                        "missing_response /turns/1/responses",
                        "invalid_text /turns/2/client",
                        "too_long /turns/2/responses/0/text",
                        "invalid_text /turns/2/responses/0/generator",
                        "bad_preference /turns/2/preferences/0",
                        "bad_preference /turns/2/preferences/1");
    }

    @Test
    void shouldBoundATurnWithItsHistory() {
        String text = "x".repeat(30 * 1024);
        Turn[] turns = IntStream.range(0, 5)
                .mapToObj(i -> turn(text, text + i, "short"))
                .toArray(Turn[]::new);

        assertThat(ContentRules.check(draft(turns)))
                .extracting(Breach::reason, Breach::pointer)
                .containsExactly(tuple(Reason.TOO_LONG, "/turns/4"));
    }

    @Test
    void shouldBoundTheirNumbers() {
        assertThat(broken()).containsExactly("missing_field /turns");
        assertThat(broken(IntStream.range(0, 201).mapToObj(i -> turn("a", "b")).toArray(Turn[]::new)))
                .containsExactly("too_long /turns");
        assertThat(broken(turn(
                        "a", IntStream.range(0, 33).mapToObj(String::valueOf).toArray(String[]::new))))
                .containsExactly("too_long /turns/0/responses");
        assertThat(ContentRules.check(new ConversationDraft("x".repeat(201), null, List.of(), List.of(turn("a")))))
                .extracting(Breach::reason)
                .containsExactly(Reason.TOO_LONG);
    }

    @Test
    void shouldCountBytesAsUtf8Does() {
        for (String text : List.of("", "a", "é", "€", "\uD83D\uDE00", "a\uD83D\uDE00é€")) {
            assertThat(TextCheck.of(text)).isEqualTo(new TextCheck(text.getBytes(UTF_8).length, true));
        }
        assertThat(TextCheck.of("" + (char) 0xDE00 + (char) 0xD83D).storable()).isFalse();
    }

    private static List<String> broken(Turn... turns) {
        return ContentRules.check(draft(turns)).stream()
                .map(breach -> breach.reason().code() + " " + breach.pointer())
                .toList();
    }

    private static ConversationDraft draft(Turn... turns) {
        return new ConversationDraft(null, null, List.of(), List.of(turns));
    }

    private static Turn turn(String client, String... responses) {
        return new Turn(
                client,
                List.of(responses).stream()
                        .map(text -> new Response(text, "author"))
                        .toList(),
                List.of());
    }
}
