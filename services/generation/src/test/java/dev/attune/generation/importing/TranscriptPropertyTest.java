package dev.attune.generation.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.generation.conversation.ContentRules;
import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.generation.importing.CheckRow.Row;
import dev.attune.generation.importing.format.Parsed;
import dev.attune.generation.importing.format.Speakers;
import dev.attune.generation.importing.format.TestReaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Conversations of any text written as transcripts in any manner, and what is no transcript. */
class TranscriptPropertyTest {

    @Property(tries = 500)
    void shouldReadBackWhatIsWrittenAsCsv(@ForAll("talks") List<List<String>> talks, @ForAll long seed) {
        Random random = new Random(seed);
        String stream = csv(talks, random, new ArrayList<>());
        List<Row> rows = read("csv", stream.getBytes(UTF_8));

        assertThat(rows).hasSize(talks.size());
        for (int i = 0; i < talks.size(); i++) {
            assertThat(((Row.Good) rows.get(i)).draft()).isEqualTo(draft("c" + i, talks.get(i)));
        }
    }

    @Property(tries = 500)
    void shouldLoseNoGoodConversationToARowBetween(@ForAll("talks") List<List<String>> talks, @ForAll long seed) {
        List<String> bad = List.of("x,\"y\"z,w", "only", ",user,text", "n,stranger,text", "a,b,c,d,e");
        String stream = csv(talks, new Random(seed), bad);
        List<ConversationDraft> good = read("csv", stream.getBytes(UTF_8)).stream()
                .flatMap(row -> row instanceof Row.Good(var draft, var replaced) ? Stream.of(draft) : null)
                .toList();

        List<ConversationDraft> written = new ArrayList<>();
        for (int i = 0; i < talks.size(); i++) {
            written.add(draft("c" + i, talks.get(i)));
        }
        assertThat(good).isEqualTo(written);
    }

    @Property(tries = 500)
    void shouldReadBackWhatIsWrittenAsALog(@ForAll("logs") List<List<String>> talks, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < talks.size(); i++) {
            String[] stamps = switch (random.nextInt(4)) {
                case 0 -> new String[] {"[2026-01-03 10:12] "};
                case 1 -> new String[] {"10:12 ", "23:59 "};
                case 2 -> new String[] {"03.01.26, 10:12 - ", "1/3/26, 9:05 PM - "};
                default -> new String[] {""};
            };
            stream.append("# Conversation: c").append(i).append(random.nextBoolean() ? "\n" : "\r\n\r\n");
            List<String> said = talks.get(i);
            for (int j = 0; j < said.size(); j++) {
                stream.append(stamps[random.nextInt(stamps.length)])
                        .append(j % 2 == 0 ? "Client: " : "ADVISOR: ")
                        .append(said.get(j))
                        .append(random.nextBoolean() ? "\n" : "\n\n");
            }
        }
        List<Row> rows = read("chat-log", stream.toString().getBytes(UTF_8));
        assertThat(rows).hasSize(talks.size());
        for (int i = 0; i < talks.size(); i++) {
            assertThat(((Row.Good) rows.get(i)).draft()).isEqualTo(draft("c" + i, talks.get(i)));
        }
    }

    @Property(tries = 1000)
    void shouldSurviveAnyBytes(@ForAll("garbage") byte[] garbage) {
        for (String format : List.of("csv", "chat-log")) {
            assertLinesDiffer(TestReaders.read(TestReaders.of(format), Speakers.USUAL, garbage));
        }
    }

    @Property(tries = 1000)
    void shouldSurviveTranscriptsThatAreAlmostRight(@ForAll("talks") List<List<String>> talks, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] stream = csv(talks, random, List.of()).getBytes(UTF_8);
        for (int i = random.nextInt(5); i >= 0; i--) {
            stream[random.nextInt(stream.length)] = (byte) "\"\n\r,;:[#= \u00ffaA0".charAt(random.nextInt(14));
        }
        for (String format : List.of("csv", "chat-log")) {
            assertLinesDiffer(TestReaders.read(TestReaders.of(format), Speakers.USUAL, stream));
            for (Row row : read(format, stream)) {
                if (row instanceof Row.Good(var draft, var replaced)) {
                    assertThat(ContentRules.check(draft)).isEmpty();
                }
            }
        }
    }

    @Provide
    Arbitrary<byte[]> garbage() {
        Arbitrary<Character> likely = Arbitraries.chars()
                .with('"', ',', '\n', '\r', ';', ':', '\t', '#', '-', '[', ']', '1', 'A', ' ')
                .with("textspeakerconversationclientadvisor\u0000\uFFFE\u200e\u00e9");
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(300),
                likely.list().ofMaxSize(300).map(TranscriptPropertyTest::bytes),
                likely.list()
                        .ofMaxSize(300)
                        .map(chars -> ("text,speaker,chat\n" + new String(bytes(chars), UTF_8)).getBytes(UTF_8)));
    }

    private static byte[] bytes(List<Character> chars) {
        StringBuilder text = new StringBuilder();
        chars.forEach(text::append);
        return text.toString().getBytes(UTF_8);
    }

    /** Texts with everything that a cell can hold. */
    @Provide
    Arbitrary<List<List<String>>> talks() {
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange('a', 'f')
                .withChars(" \n\",;\t\r=+@-<'\u00e9\u20ac\uFFFE")
                .ofMaxLength(25)
                .filter(said -> !said.contains("\r\n"))
                .map(said -> said + "x");
        return text.list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(5);
    }

    /** Texts whose lines cannot be taken for anything else than text. */
    @Provide
    Arbitrary<List<List<String>>> logs() {
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange('a', 'f')
                .withChars(" \n,;=+@<\"\u00e9")
                .ofMaxLength(25)
                .map(said -> ("x" + said + "y").replaceAll("\n=", "\nz"));
        return text.list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(5);
    }

    private static void assertLinesDiffer(List<Parsed> parsed) {
        assertThat(parsed).extracting(Parsed::line).doesNotHaveDuplicates().allMatch(line -> line > 0);
    }

    private static List<Row> read(String format, byte[] stream) {
        return TestReaders.read(TestReaders.of(format), Speakers.USUAL, stream).stream()
                .map(new CheckRow(false)::check)
                .toList();
    }

    /** One of the bad rows, which have commas, may stand before each conversation. */
    private static String csv(List<List<String>> talks, Random random, List<String> bad) {
        String delimiter = bad.isEmpty() ? List.of(",", ";", "\t").get(random.nextInt(3)) : ",";
        String end = random.nextBoolean() ? "\r\n" : "\n";
        StringBuilder stream = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "")
                .append(String.join(delimiter, "Conversation", cell("speaker", random), "text"))
                .append(end);
        for (int i = 0; i < talks.size(); i++) {
            if (!bad.isEmpty() && random.nextBoolean()) {
                stream.append(bad.get(random.nextInt(bad.size()))).append(end);
            }
            List<String> said = talks.get(i);
            for (int j = 0; j < said.size(); j++) {
                String text =
                        cell(random.nextBoolean() ? said.get(j) : said.get(j).replace("\n", "\r\n"), random);
                stream.append(String.join(delimiter, cell("c" + i, random), j % 2 == 0 ? "user" : "\"agent\"", text))
                        .append(end);
            }
        }
        return stream.toString();
    }

    private static String cell(String text, Random random) {
        boolean plain = text.chars().noneMatch(c -> "\",;\t\n\r".indexOf(c) >= 0) && random.nextBoolean();
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static ConversationDraft draft(String id, List<String> said) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < said.size(); i += 2) {
            List<Response> responses =
                    i + 1 < said.size() ? List.of(new Response(said.get(i + 1), "imported")) : List.of();
            turns.add(new Turn(said.get(i), responses, List.of()));
        }
        return new ConversationDraft(id, null, List.of(), turns);
    }
}
