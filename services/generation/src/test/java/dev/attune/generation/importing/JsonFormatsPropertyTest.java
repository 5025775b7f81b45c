package dev.attune.generation.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.generation.conversation.ContentRules;
import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.ConversationDraft.Preference;
import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.generation.importing.CheckRow.Row;
import dev.attune.generation.importing.format.Parsed;
import dev.attune.generation.importing.format.RecordReader;
import dev.attune.generation.importing.format.Speakers;
import dev.attune.generation.importing.format.TestReaders;
import dev.attune.model.Json;
import dev.attune.model.conversation.Message;
import dev.attune.model.text.personal.PersonalDataCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonFormatsPropertyTest {

    @Property(tries = 300)
    void shouldReadBackWhatAttuneWrites(@ForAll("talks") ConversationDraft draft) throws JsonProcessingException {
        ObjectNode row = Json.mapper().createObjectNode();
        row.put("id", draft.externalId()).put("system", draft.system());
        ArrayNode turns = row.putArray("turns");
        for (Turn turn : draft.turns()) {
            ObjectNode written = turns.addObject().put("client", turn.client());
            ArrayNode responses = written.putArray("responses");
            turn.responses()
                    .forEach(response ->
                            responses.addObject().put("text", response.text()).put("generator", response.generator()));
            ArrayNode preferences = written.putArray("preferences");
            turn.preferences()
                    .forEach(preference -> preferences
                            .addObject()
                            .put("chosen", preference.chosen())
                            .put("rejected", preference.rejected()));
        }
        assertThat(parse("attune", row)).isEqualTo(good(draft));
    }

    @Property(tries = 300)
    void shouldReadBackWhatOpenAiWrites(@ForAll("dialogues") List<Message> dialogue) throws JsonProcessingException {
        ObjectNode row = Json.mapper().createObjectNode();
        write(row.putArray("messages"), dialogue);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < dialogue.size(); i += 2) {
            List<Response> responses = i + 1 < dialogue.size()
                    ? List.of(imported(dialogue.get(i + 1).content()))
                    : List.of();
            turns.add(new Turn(dialogue.get(i).content(), responses, List.of()));
        }
        assertThat(parse("openai-messages", row)).isEqualTo(good(new ConversationDraft(null, null, List.of(), turns)));
    }

    @Property(tries = 300)
    void shouldReadBackWhatTrlWrites(
            @ForAll("questions") List<Message> dialogue, @ForAll("texts") String better, @ForAll("texts") String worse)
            throws JsonProcessingException {
        ObjectNode explicit = Json.mapper().createObjectNode();
        write(explicit.putArray("prompt"), dialogue);
        write(explicit.putArray("chosen"), List.of(Message.assistant(better + "+")));
        write(explicit.putArray("rejected"), List.of(Message.assistant(worse + "-")));
        ObjectNode implicit = Json.mapper().createObjectNode();
        write(implicit.putArray("chosen"), with(dialogue, better + "+"));
        write(implicit.putArray("rejected"), with(dialogue, worse + "-"));

        Row expected = good(comparison(dialogue, better + "+", worse + "-"));
        assertThat(parse("trl-preference", explicit)).isEqualTo(expected);
        assertThat(parse("trl-preference", implicit)).isEqualTo(expected);
    }

    @Property(tries = 300)
    void shouldReadBackWhatHhRlhfWrites(
            @ForAll("questions") List<Message> dialogue, @ForAll("texts") String better, @ForAll("texts") String worse)
            throws JsonProcessingException {
        ObjectNode row = Json.mapper().createObjectNode();
        row.put("chosen", transcript(with(dialogue, better + "+")));
        row.put("rejected", transcript(with(dialogue, worse + "-")));
        assertThat(parse("hh-rlhf", row)).isEqualTo(good(comparison(dialogue, better + "+", worse + "-")));
    }

    @Property(tries = 500)
    void shouldNeverThrowForGarbage(@ForAll byte[] garbage) {
        for (RecordReader reader : TestReaders.json()) {
            for (Parsed parsed : TestReaders.read(reader, Speakers.USUAL, garbage)) {
                assertThat(parsed).isInstanceOf(Parsed.Bad.class);
            }
        }
    }

    @Property(tries = 1000)
    void shouldNeverThrowForRowsThatAreAlmostRight(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] row = NearlyRight.row(random).getBytes(UTF_8);
        if (random.nextInt(4) == 0) {
            row[random.nextInt(row.length)] = (byte) random.nextInt(256);
        }
        for (RecordReader reader : TestReaders.json()) {
            for (Parsed parsed : TestReaders.read(reader, Speakers.USUAL, row)) {
                if (new CheckRow(false).check(parsed) instanceof Row.Good(var draft, var replaced)) {
                    assertThat(ContentRules.check(draft)).isEmpty();
                }
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars(" \n\"\\\u00e9\u20ac{}")
                .ofMaxLength(40)
                .map(text -> ("x" + text).strip() + "\uD83D\uDE00");
    }

    /** Client first, either may have the last word. */
    @Provide
    Arbitrary<List<Message>> dialogues() {
        return texts().list().ofMinSize(1).ofMaxSize(7).map(JsonFormatsPropertyTest::alternate);
    }

    /** Client first and last. */
    @Provide
    Arbitrary<List<Message>> questions() {
        return texts().list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(texts -> alternate(texts.subList(0, texts.size() - 1 + texts.size() % 2)));
    }

    @Provide
    Arbitrary<ConversationDraft> talks() {
        Arbitrary<List<Turn>> turns = Combinators.combine(
                        texts(), texts(), Arbitraries.integers().between(1, 4))
                .as(JsonFormatsPropertyTest::turn)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
        return Combinators.combine(texts().injectNull(0.5), texts().injectNull(0.5), turns)
                .as((id, system, said) ->
                        new ConversationDraft(id == null ? null : id.replace('\n', ' '), system, List.of(), said));
    }

    private static Turn turn(String client, String answer, int count) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            responses.add(new Response(answer + i, i == 0 ? "author" : "other-" + i));
        }
        return new Turn(client, responses, count > 2 ? List.of(new Preference(2, 0), new Preference(0, 1)) : List.of());
    }

    private static List<Message> alternate(List<String> texts) {
        List<Message> messages = new ArrayList<>();
        for (String text : texts) {
            messages.add(messages.size() % 2 == 0 ? Message.user(text) : Message.assistant(text));
        }
        return messages;
    }

    private static List<Message> with(List<Message> dialogue, String answer) {
        List<Message> all = new ArrayList<>(dialogue);
        all.add(Message.assistant(answer));
        return all;
    }

    private static ConversationDraft comparison(List<Message> dialogue, String better, String worse) {
        Turn turn = new Turn(
                dialogue.getLast().content(),
                List.of(imported(better), imported(worse)),
                List.of(new Preference(0, 1)));
        return new ConversationDraft(null, null, dialogue.subList(0, dialogue.size() - 1), List.of(turn));
    }

    private static Response imported(String text) {
        return new Response(text, "imported");
    }

    private static void write(ArrayNode list, List<Message> messages) {
        messages.forEach(
                message -> list.addObject().put("role", message.role().code()).put("content", message.content()));
    }

    private static String transcript(List<Message> messages) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < messages.size(); i++) {
            text.append(i % 2 == 0 ? "\n\nHuman: " : "\n\nAssistant: ")
                    .append(messages.get(i).content());
        }
        return text.toString();
    }

    private static Row parse(String format, ObjectNode row) throws JsonProcessingException {
        List<Parsed> parsed = TestReaders.read(
                TestReaders.of(format), Speakers.USUAL, Json.mapper().writeValueAsBytes(row));
        assertThat(parsed).hasSize(1);
        return new CheckRow(false).check(parsed.getFirst());
    }

    private static Row good(ConversationDraft draft) {
        return new Row.Good(draft, PersonalDataCounts.NONE);
    }
}
