package dev.attune.generation.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.generation.importing.format.Parsed;
import dev.attune.generation.importing.format.Records;
import dev.attune.generation.importing.format.Speakers;
import dev.attune.generation.importing.format.TestReaders;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvFormatTest {

    private static final String HEADER = "conversation_id,speaker,text\n";

    @Test
    void shouldReadMessagesRowByRow() {
        assertThat(read(HEADER + """
                        a,Client,hello
                        a,Advisor,"Hi, ""you"".

                        What now?"
                        a,client,first
                        a,client,second
                        b,customer,alone
                        """))
                .containsExactly("a|null|hello>Hi, \"you\".\n\nWhat now?|first\nsecond", "b|null|alone");
    }

    @Test
    void shouldReadExchangesRowByRow() {
        assertThat(read("Client;Advisor\r\nhello;\"a; b\"\r\nalone;\r\n;;\r\n;nobody asked\r\n"))
                .containsExactly("null|null|hello>a; b", "null|null|alone", "5 no_human_first null");
        assertThat(read("chat\tquestion\tanswer\n1\tq\ta\n1\tq2\t\n1\tq3\ta3\n2\tq\ta\n"))
                .containsExactly("1|null|q>a|q2\nq3>a3", "2|null|q>a");
    }

    @Test
    void shouldKnowColumnsByTheirUsualNames() {
        assertThat(read("\uFEFFMessage,Sender Name,ROLE,Chat-ID\nhello,Zyx,user,7\nhi,Bob,Assistant 2,7\n"))
                .containsExactly("7|null|hello>hi");
        assertThat(read("\"text\";\"speaker\";\"conversation, or so\";conversation\nhello;user;x;7\n"))
                .containsExactly("7|null|hello");
    }

    @Test
    void shouldOrderRowsByNumberOrElseByTime() {
        assertThat(read("conversation,role,text,turn\na,agent,hi,2\na,user,hello,1\na,user,bye,10\n"))
                .containsExactly("a|null|hello>hi|bye");
        assertThat(read("conversation,role,text,turn\na,agent,hi,2\na,user,hello,one\nb,user,x,1\n"))
                .containsExactly("3 wrong_type turn", "b|null|x");
        assertThat(
                        read(
                                "conversation,role,text,time\na,agent,hi,2026-01-03T10:01:00Z\na,user,hello,2026-01-03 10:00:00\n"))
                .containsExactly("a|null|hello>hi");
        assertThat(read("conversation,role,text,time\na,user,hello,10:01\na,agent,hi,10:00\n"))
                .containsExactly("a|null|hello>hi");
    }

    @Test
    void shouldTakeSystemMessagesAndLeaveOutAGreeting() {
        assertThat(read(HEADER + "a,system,be kind\na,agent,welcome\na,user,q\na,agent,a\nb,user,q\nb,system,late\n"))
                .containsExactly("a|be kind|q>a", "7 not_alternating text");
        assertThat(read(HEADER + "a,agent,welcome\n")).containsExactly("2 no_human_first null");
    }

    @Test
    void shouldKnowSpeakersByTheirNamesIfTold() {
        String rows = HEADER + "a,Zyx Quombly,q\na,BOB,a\na,Carl,who?\nb,zyx  quombly,q\n";
        Speakers told = Speakers.of(Set.of("Zyx Quombly"), Set.of("Bob"));

        assertThat(TranscriptTexts.read("csv", told, rows)).containsExactly("4 unknown_speaker speaker", "b|null|q");
        assertThat(details(told, rows).getFirst()).contains("\"Carl\"");
        assertThat(details(told.inSecret(), rows).getFirst())
                .doesNotContain("Carl")
                .contains("the name of the speaker");
        assertThat(people(told, rows)).isEqualTo(Set.of("Zyx Quombly", "Bob"));
        assertThat(people(Speakers.USUAL, "chat,role,name,text\n1,user,Zyx,q\n1,agent,Support,a\n"))
                .isEqualTo(Set.of("Zyx", "Support"));
    }

    @Test
    void shouldRefuseRowsThatComeBackLater() {
        assertThat(read(HEADER + "a,user,1\nb,user,2\na,agent,3\na,user,4\nc,user,5\n"))
                .containsExactly("a|null|1", "b|null|2", "4 scattered_conversation conversation_id", "c|null|5");
    }

    @Test
    void shouldRefuseWhatIsNoRowAndReadOn() {
        assertThat(read(HEADER + "a,user,1\nx,\"y\"z,w\nb,user,2\nb,agent,\"never closed\nc,user,3\nc,agent,4"))
                .containsExactly("3 not_csv null", "a|null|1", "5 not_csv null", "b|null|2", "c|null|3>4");
        assertThat(read(HEADER + "a,user,1\n\"\na,agent,2\nb,user,3,4\n,user,5\nc,user,\nd,,6\ne,user,7"))
                .containsExactly(
                        "3 not_csv null",
                        "5 not_csv null",
                        "6 missing_field conversation_id",
                        "2 not_csv null",
                        "7 empty_message text",
                        "8 missing_field speaker",
                        "e|null|7");
        byte[] latin = (HEADER + "a,user,caf\u00e9\nb,user,2\n").getBytes(ISO_8859_1);
        assertThat(TranscriptTexts.read("csv", Speakers.USUAL, latin)).containsExactly("2 not_utf8 null", "b|null|2");
    }

    @Test
    void shouldSayInWhichLineARowBegins() {
        assertThat(read(HEADER
                        + "\n\na,user,\"1\n\n2\"\n\"a\",agent,\"%s\"\nb,user,x\u0000y\n".formatted("z".repeat(33_000))))
                .containsExactly("7 too_long text", "8 invalid_text text");
    }

    @Test
    void shouldNeedAHeader() {
        assertThat(read("a,user,hello\nb,user,x\n")).containsExactly("1 missing_field text");
        assertThat(read("id,text\nb,x\n")).containsExactly("1 missing_field speaker");
        assertThat(read("speaker,text\nb,x\n")).containsExactly("1 missing_field conversation");
        assertThat(read("\"text\nspeaker")).containsExactly("1 not_csv null");
        assertThat(read("")).isEmpty();
        assertThat(read(HEADER)).isEmpty();
    }

    @Test
    void shouldStoreFormulasAndMarkupAsTheyAre() {
        assertThat(read(HEADER + "a,user,\"=HYPERLINK(\"\"http://x\"\",1)\"\na,agent,+1\nb,user,@x <b>y</b> -2 'z\n"))
                .containsExactly("a|null|=HYPERLINK(\"http://x\",1)>+1", "b|null|@x <b>y</b> -2 'z");
    }

    @Test
    void shouldHoldNoMoreThanOneRecord() {
        String open = "\"" + ("x".repeat(1_000) + "\n").repeat(10_000);
        assertThat(read(HEADER + "a,user,1\n" + open + "b,user,2\n").subList(0, 1))
                .containsExactly("3 line_too_long null");
        assertThat(read(HEADER + "a," + "#".repeat(1_000_000) + "x,1\nb,user,2\n"))
                .containsExactly("2 unknown_speaker speaker", "b|null|2");
        String big = "a,user," + "x".repeat(30_000) + "\n";
        assertThat(read(HEADER + big.repeat(400) + "b,user,2\n")).containsExactly("2 line_too_long null", "b|null|2");
        assertThat(read(HEADER + "a,user," + "x".repeat(Records.MOST_BYTES) + "\nb,user,2\n"))
                .containsExactly("2 line_too_long null", "b|null|2");
    }

    private static List<String> read(String stream) {
        return TranscriptTexts.read("csv", Speakers.USUAL, stream);
    }

    private static List<String> details(Speakers speakers, String stream) {
        return parsed(speakers, stream).stream()
                .flatMap(parsed -> parsed instanceof Parsed.Bad bad ? Stream.of(bad.detail()) : null)
                .toList();
    }

    private static Set<String> people(Speakers speakers, String stream) {
        return parsed(speakers, stream).getLast() instanceof Parsed.Good good
                ? good.reading().people()
                : Set.of();
    }

    private static List<Parsed> parsed(Speakers speakers, String stream) {
        return TestReaders.read(TestReaders.of("csv"), speakers, stream.getBytes(UTF_8));
    }
}
