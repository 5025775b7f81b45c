package dev.attune.generation.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.ConversationDraft.Preference;
import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.generation.importing.CheckRow.Row;
import dev.attune.generation.importing.format.Parsed;
import dev.attune.generation.importing.format.Speakers;
import dev.attune.generation.importing.format.TestReaders;
import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.coverage.Outline;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFormatsTest {

    private static final String ATTUNE = "attune";
    private static final String OPENAI = "openai-messages";
    private static final String TRL = "trl-preference";
    private static final String HH = "hh-rlhf";

    @Test
    void shouldReadTheSeedCorpusAsItsRecordsSay() {
        List<String> rows =
                new String(SeedCorpus.pilot().bytes(), UTF_8).lines().toList();
        List<AuthoredConversation> authored = SeedCorpus.pilot().conversations();
        for (int i = 0; i < rows.size(); i++) {
            AuthoredConversation expected = authored.get(i);
            ConversationDraft draft = good(ATTUNE, rows.get(i));
            assertThat(draft.externalId()).isEqualTo(expected.id());
            assertThat(draft.turns()).hasSameSizeAs(expected.turns());
            for (int t = 0; t < draft.turns().size(); t++) {
                assertThat(draft.turns().get(t).client())
                        .isEqualTo(expected.turns().get(t).client());
                assertThat(draft.turns().get(t).responses())
                        .extracting(Response::text)
                        .isEqualTo(expected.turns().get(t).responses().stream()
                                .map(AuthoredConversation.Response::text)
                                .toList());
            }
        }
    }

    @Test
    void shouldReadAttune() {
        assertThat(good(ATTUNE, """
                        {"id":"a","system":"s","topic":"debt","turns":[
                         {"client":"c","emotions":[{"emotion":"fear","confidence":1}],
                          "responses":[{"text":"r","kind":"target","scores":{"empathy":null}},{"text":"q","generator":"g"}],
                          "preferences":[{"chosen":1,"rejected":0}]},
                         {"client":"d"}]}"""))
                .isEqualTo(new ConversationDraft(
                        "a",
                        "s",
                        List.of(),
                        List.of(
                                new Turn(
                                        "c",
                                        List.of(new Response("r", "author"), new Response("q", "g")),
                                        List.of(new Preference(1, 0))),
                                new Turn("d", List.of(), List.of())),
                        new Outline(
                                "debt",
                                null,
                                null,
                                null,
                                false,
                                List.of(
                                        new Outline.Turn(List.of("fear"), null, List.of(), null),
                                        new Outline.Turn(List.of(), null, List.of(), null)))));
        assertThat(bad(ATTUNE, "{}")).isEqualTo("missing_field turns");
        assertThat(bad(ATTUNE, "{\"turns\":[]}")).isEqualTo("missing_field turns");
        assertThat(bad(ATTUNE, "{\"turns\":{}}")).isEqualTo("wrong_type turns");
        assertThat(bad(ATTUNE, "{\"id\":7,\"turns\":[{\"client\":\"c\"}]}")).isEqualTo("wrong_type id");
        assertThat(bad(ATTUNE, "{\"turns\":[null]}")).isEqualTo("wrong_type turns/0");
        assertThat(bad(ATTUNE, "{\"turns\":[{\"client\":\"\"}]}")).isEqualTo("empty_prompt turns/0/client");
        assertThat(bad(ATTUNE, "{\"turns\":[{\"client\":\"c\",\"responses\":[{}]}]}"))
                .isEqualTo("missing_field turns/0/responses/0/text");
        assertThat(bad(ATTUNE, "{\"turns\":[{\"client\":\"c\"},{\"client\":\"d\"}]}"))
                .isEqualTo("missing_response turns/0/responses");
        assertThat(bad(ATTUNE, "{\"turns\":[{\"client\":\"c\",\"preferences\":[{\"chosen\":0.5,\"rejected\":1}]}]}"))
                .isEqualTo("wrong_type turns/0/preferences/0/chosen");
        assertThat(bad(ATTUNE, "{\"turns\":[{\"client\":\"c\",\"preferences\":[{\"chosen\":0,\"rejected\":1}]}]}"))
                .isEqualTo("bad_preference turns/0/preferences/0");
    }

    @Test
    void shouldReadOpenAiMessages() {
        assertThat(good(OPENAI, """
                        {"messages":[{"role":"developer","content":"s"},
                         {"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},
                         {"role":"assistant","content":"r"},{"role":"user","content":"c"}]}"""))
                .isEqualTo(new ConversationDraft(
                        null,
                        "s",
                        List.of(),
                        List.of(
                                new Turn("ab", List.of(new Response("r", "imported")), List.of()),
                                new Turn("c", List.of(), List.of()))));
        assertThat(bad(OPENAI, "{}")).isEqualTo("missing_field messages");
        assertThat(bad(OPENAI, "{\"messages\":[]}")).isEqualTo("missing_field messages");
        assertThat(bad(OPENAI, messages("tool:x"))).isEqualTo("unsupported_role messages/0/role");
        assertThat(bad(OPENAI, messages("assistant:x"))).isEqualTo("not_alternating messages/0/role");
        assertThat(bad(OPENAI, messages("user:x", "user:y"))).isEqualTo("not_alternating messages/1/role");
        assertThat(bad(OPENAI, messages("user:x", "assistant:y", "system:z")))
                .isEqualTo("not_alternating messages/2/role");
        assertThat(bad(OPENAI, messages("system:", "user:x"))).isEqualTo("empty_message messages/0/content");
        assertThat(bad(OPENAI, messages("system:s", "user:x", "assistant:y", "user: ")))
                .isEqualTo("empty_prompt messages/3/content");
        assertThat(bad(OPENAI, messages("user:x", "assistant:"))).isEqualTo("empty_answer messages/1/content");
        assertThat(bad(OPENAI, "{\"messages\":[{\"role\":\"user\",\"content\":null}]}"))
                .isEqualTo("missing_field messages/0/content");
        assertThat(bad(OPENAI, "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]}"))
                .isEqualTo("wrong_type messages/0/content/0/type");
    }

    @Test
    void shouldReadTrlPreferences() {
        ConversationDraft expected = new ConversationDraft(
                null,
                "s",
                List.of(Message.user("u0"), Message.assistant("a0")),
                List.of(compared("u1", "good", "bad")));
        String prompt = list("system:s", "user:u0", "assistant:a0", "user:u1");
        String before = prompt.substring(0, prompt.length() - 1) + ",";

        assertThat(good(
                        TRL,
                        "{\"prompt\":%s,\"chosen\":%s,\"rejected\":%s}"
                                .formatted(prompt, list("assistant:good"), list("assistant:bad"))))
                .isEqualTo(expected);
        assertThat(good(
                        TRL,
                        "{\"chosen\":%s,\"rejected\":%s}"
                                .formatted(
                                        before + list("assistant:good").substring(1),
                                        before + list("assistant:bad").substring(1))))
                .isEqualTo(expected);
        assertThat(good(TRL, "{\"prompt\":\"p\",\"chosen\":\"good\",\"rejected\":\"bad\"}"))
                .isEqualTo(new ConversationDraft(null, null, List.of(), List.of(compared("p", "good", "bad"))));
        assertThat(bad(TRL, "{\"chosen\":\"good\",\"rejected\":\"bad\"}")).isEqualTo("missing_field prompt");
        assertThat(bad(TRL, "{\"prompt\":\"p\",\"chosen\":\"good\"}")).isEqualTo("missing_field rejected");
        assertThat(bad(TRL, "{\"prompt\":\"p\",\"chosen\":[],\"rejected\":\"bad\"}"))
                .isEqualTo("wrong_type chosen");
        assertThat(bad(TRL, "{\"prompt\":7,\"chosen\":\"a\",\"rejected\":\"b\"}"))
                .isEqualTo("wrong_type prompt");
        assertThat(bad(TRL, "{\"prompt\":\" \",\"chosen\":\"a\",\"rejected\":\"b\"}"))
                .isEqualTo("empty_prompt prompt");
        assertThat(bad(TRL, "{\"prompt\":\"p\",\"chosen\":\"a\",\"rejected\":\"\"}"))
                .isEqualTo("empty_answer rejected");
        assertThat(bad(TRL, "{\"prompt\":\"p\",\"chosen\":\"a\",\"rejected\":\"a\"}"))
                .isEqualTo("identical_answers rejected");
        assertThat(bad(
                        TRL,
                        "{\"chosen\":%s,\"rejected\":%s}"
                                .formatted(list("user:x", "assistant:y"), list("user:z", "assistant:w"))))
                .isEqualTo("diverges_early rejected");
        assertThat(bad(
                        TRL,
                        "{\"prompt\":%s,\"chosen\":%s,\"rejected\":%s}"
                                .formatted(list("user:x"), list("user:y"), list("assistant:w"))))
                .isEqualTo("not_alternating chosen/0/role");
        assertThat(bad(
                        TRL,
                        "{\"prompt\":%s,\"chosen\":[],\"rejected\":%s}".formatted(list("user:x"), list("assistant:w"))))
                .isEqualTo("missing_response chosen");
    }

    @Test
    void shouldReadHhRlhf() {
        assertThat(good(
                        HH,
                        hh(
                                "\n\nHuman: u0\n\nAssistant: a0\n\nHuman:  u1\nmore \n\nAssistant: good",
                                "\n\nHuman: u0\n\nAssistant: a0\n\nHuman: u1\nmore\n\nAssistant:bad\n")))
                .isEqualTo(new ConversationDraft(
                        null,
                        null,
                        List.of(Message.user("u0"), Message.assistant("a0")),
                        List.of(compared("u1\nmore", "good", "bad"))));
        String good = "\n\nHuman: u\n\nAssistant: a";
        assertThat(bad(HH, hh("Note\n\nHuman: u\n\nAssistant: b", good))).isEqualTo("no_human_first chosen");
        assertThat(bad(HH, hh("nothing", good))).isEqualTo("no_human_first chosen");
        assertThat(bad(HH, hh(good, "\n\nAssistant: a"))).isEqualTo("no_human_first rejected");
        assertThat(bad(HH, hh(good + "\n\nAssistant: b", good))).isEqualTo("not_alternating chosen");
        assertThat(bad(HH, hh(good, "\n\nHuman: u"))).isEqualTo("missing_response rejected");
        assertThat(bad(HH, hh(good, "\n\nHuman: v\n\nAssistant: b"))).isEqualTo("diverges_early rejected");
        assertThat(bad(HH, hh("\n\nHuman: u\n\nAssistant:", good))).isEqualTo("empty_answer chosen");
        assertThat(bad(HH, hh("\n\nHuman:\n\nAssistant: a", "\n\nHuman:\n\nAssistant: b")))
                .isEqualTo("empty_prompt chosen");
        assertThat(bad(HH, hh(good, good))).isEqualTo("identical_answers rejected");
        assertThat(bad(HH, "{\"chosen\":\"x\"}")).isEqualTo("no_human_first chosen");
        assertThat(bad(HH, "{\"rejected\":\"x\"}")).isEqualTo("missing_field chosen");
    }

    @Test
    void shouldRefuseWhatIsNoRowAtAll() {
        assertThat(bad(HH, "{")).isEqualTo("not_json null");
        assertThat(bad(HH, "{} {}")).isEqualTo("not_json null");
        assertThat(bad(HH, "[".repeat(5000))).isEqualTo("not_json null");
        assertThat(bad(HH, "[]")).isEqualTo("wrong_type null");
        assertThat(bad(HH, "null")).isEqualTo("wrong_type null");
        assertThat(refusal(HH, new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}).reason())
                .isEqualTo("not_json");
        assertThat(bad(TRL, "{\"prompt\":\"a\\u0000\",\"chosen\":\"a\",\"rejected\":\"b\"}"))
                .isEqualTo("invalid_text prompt");
        assertThat(bad(TRL, "{\"prompt\":\"a\",\"chosen\":\"\\ud83d\",\"rejected\":\"b\"}"))
                .isEqualTo("invalid_text chosen");
        assertThat(bad(TRL, "{\"prompt\":\"%s\",\"chosen\":\"a\",\"rejected\":\"b\"}".formatted("x".repeat(33_000))))
                .isEqualTo("too_long prompt");
    }

    private static Turn compared(String client, String chosen, String rejected) {
        return new Turn(
                client,
                List.of(new Response(chosen, "imported"), new Response(rejected, "imported")),
                List.of(new Preference(0, 1)));
    }

    private static String hh(String chosen, String rejected) {
        return "{\"chosen\":\"%s\",\"rejected\":\"%s\"}"
                .formatted(chosen.replace("\n", "\\n"), rejected.replace("\n", "\\n"));
    }

    private static String messages(String... messages) {
        return "{\"messages\":" + list(messages) + "}";
    }

    private static String list(String... messages) {
        return List.of(messages).stream()
                .map(message -> {
                    int colon = message.indexOf(':');
                    return "{\"role\":\"%s\",\"content\":\"%s\"}"
                            .formatted(message.substring(0, colon), message.substring(colon + 1));
                })
                .toList()
                .toString();
    }

    private static ConversationDraft good(String format, String row) {
        Row parsed = parse(format, row.replace('\n', ' ').getBytes(UTF_8));
        assertThat(parsed).isInstanceOf(Row.Good.class);
        return ((Row.Good) parsed).draft();
    }

    private static String bad(String format, String row) {
        Refusal refusal = refusal(format, row.getBytes(UTF_8));
        return refusal.reason() + " " + refusal.field();
    }

    private static Refusal refusal(String format, byte[] row) {
        Row parsed = parse(format, row);
        assertThat(parsed).isInstanceOf(Row.Bad.class);
        Refusal refusal = ((Row.Bad) parsed).refusal();
        assertThat(refusal.line()).isEqualTo(7);
        assertThat(refusal.detail()).isNotBlank();
        return refusal;
    }

    /** The row stands in line 7. */
    private static Row parse(String format, byte[] row) {
        byte[] stream = new byte[6 + row.length];
        Arrays.fill(stream, 0, 6, (byte) '\n');
        System.arraycopy(row, 0, stream, 6, row.length);
        List<Parsed> parsed = TestReaders.read(TestReaders.of(format), Speakers.USUAL, stream);
        assertThat(parsed).hasSize(1);
        return new CheckRow(false).check(parsed.getFirst());
    }
}
