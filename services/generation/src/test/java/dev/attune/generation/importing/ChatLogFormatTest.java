package dev.attune.generation.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.generation.importing.format.Speakers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChatLogFormatTest {

    private static final Speakers TOLD = Speakers.of(Set.of("Jennifer"), Set.of("Ms. Morales"));

    @Test
    void shouldReadSpeakersWithAndWithoutTimes() {
        for (String stamp : List.of(
                "",
                "[2026-01-03 10:12] ",
                "[10:12:30] ",
                "10:12 ",
                "03.01.26, 10:12 - ",
                "1/3/26, 10:12 PM - ",
                "\u200e[03.01.26, 10:12:33] ",
                "2026-01-03T10:12:00Z ")) {
            assertThat(read("%sJennifer: I owe: much\nand more\n\n%sMs. Morales: How much?\n".formatted(stamp, stamp)))
                    .as(stamp)
                    .containsExactly("null|null|I owe: much\nand more>How much?");
        }
    }

    @Test
    void shouldPartConversations() {
        assertThat(read("""
                        Client: one
                        ---
                        Client: two
                        Advisor: 2
                        =====
                        # A title
                        Client: three
                        Conversation: x-4
                        Client: four
                        ## conversation id: x-5
                        Client: five
                        ___
                        """))
                .containsExactly(
                        "null|null|one", "null|null|two>2", "null|null|three", "x-4|null|four", "x-5|null|five");
    }

    @Test
    void shouldTellLinesOfTheMessengerOneByOne() {
        assertThat(read("""
                        03.01.26, 10:12 - Messages and calls are end-to-end encrypted. Nobody can read them.
                        03.01.26, 10:12 - Jennifer: hello
                        03.01.26, 10:13 - Jennifer: <Media omitted>
                        a caption
                        03.01.26, 10:14 - Ms. Morales: hi
                        Note: this goes on
                        03.01.26, 10:15 - Jennifer changed the subject from x to: y
                        03.01.26, 10:16 - Ms. Morales: \u200eimage omitted
                        03.01.26, 10:17 - System: maintenance
                        03.01.26, 10:18 - Jennifer: bye
                        """))
                .containsExactly(
                        "1 system_line null",
                        "3 system_line null",
                        "4 missing_field speaker",
                        "7 system_line null",
                        "8 system_line null",
                        "9 system_line null",
                        "null|null|hello>hi\nNote: this goes on|bye");
    }

    @Test
    void shouldTellLinesOfTheMessengerWithoutTimesToo() {
        assertThat(read("Client: one\nClient: <Media omitted>\nAdvisor: two\n"))
                .containsExactly("2 system_line null", "null|null|one>two");
    }

    @Test
    void shouldRefuseASpeakerWhomNobodyKnows() {
        assertThat(read("Client: one\nBob Miller: two\nClient: three\n---\nClient: four\n"))
                .containsExactly("2 unknown_speaker speaker", "null|null|four");
        assertThat(read("10:12 Client: one\n10:13 +1 555 0100: two\n")).containsExactly("2 unknown_speaker speaker");
        assertThat(read("Client: one\nSummary: two\nhttp://three\nthat is: four\n10:30 is fine: five\n"))
                .containsExactly("null|null|one\nSummary: two\nhttp://three\nthat is: four\n10:30 is fine: five");
    }

    @Test
    void shouldRefuseLinesWithoutASpeakerAndEmptyMessages() {
        assertThat(read("A transcript\n\nClient:\n  the text\nAdvisor: \n\n---\nClient: x\n"))
                .containsExactly("1 missing_field speaker", "5 empty_message text", "null|null|x");
        assertThat(read("Advisor: welcome\n---\nAdvisor: welcome\nClient: q\n"))
                .containsExactly("1 no_human_first null", "null|null|q");
    }

    @Test
    void shouldKeepWhatIsData() {
        assertThat(read("Client: =HYPERLINK(\"x\") <b>\nAdvisor: +1\t@x\u0007\n"))
                .containsExactly("null|null|=HYPERLINK(\"x\") <b>>+1\t@x\u0007");
        assertThat(read("Client: a\u2028b\nAdvisor: \u2028c\n")).containsExactly("null|null|a\u2028b>c");
        assertThat(read("Client: a\u0000b\nAdvisor: %s\n".formatted("x".repeat(10))))
                .containsExactly("1 invalid_text text");
        assertThat(read("Client: x\nAdvisor: %s\n".formatted("x".repeat(33_000))))
                .containsExactly("2 too_long text");
    }

    @Test
    void shouldHoldNoMoreThanOneRecord() {
        assertThat(read("Client: x\n" + ("y".repeat(999) + "\n").repeat(20_000) + "---\nClient: z\n"))
                .containsExactly("1 line_too_long null", "null|null|z");
        assertThat(read(" ".repeat(1_000_000) + "x\nClient: z\n"))
                .containsExactly("1 missing_field speaker", "null|null|z");
        assertThat(read("Client: x\n" + "y".repeat(9_000_000) + "\n---\nClient: z\n"))
                .containsExactly("2 line_too_long null", "null|null|z");
    }

    private static List<String> read(String stream) {
        return TranscriptTexts.read("chat-log", TOLD, stream);
    }
}
