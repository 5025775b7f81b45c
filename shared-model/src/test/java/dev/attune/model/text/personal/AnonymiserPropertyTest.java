package dev.attune.model.text.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.SeedCorpus;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnonymiserPropertyTest {

    private static final String[] PIECES = {
        "Maria",
        "maria",
        "Will",
        "Mark",
        "Lopez",
        "Zork",
        "Alex",
        "Ashdown",
        "Grace",
        "May",
        "Price",
        "Mr.",
        "Dr.",
        "My",
        "wife",
        "name",
        "is",
        "I'm",
        "call",
        "account",
        "number",
        "born",
        "on",
        "March",
        "14,",
        "1985",
        "214-555-0142",
        "555-0142",
        "+49",
        "30",
        "901820",
        "4111",
        "1111",
        "1111",
        "1111",
        "536-22-8726",
        "a@b.co",
        "@",
        "http://x.y/z",
        "x.co/",
        "12",
        "Oak",
        "Street",
        "Apt",
        "4",
        "in",
        "Dallas,",
        "TX",
        "75201",
        "192.168.1.1",
        "::1",
        "DE89",
        "3704",
        "[PHONE]",
        "-",
        ".",
        "\n",
        "$",
        "#",
        "'s",
        "\u00a0",
        "\ud83d\ude00",
        "\u0130",
        "\u00df",
        "(",
        ")",
        "ssn",
        "routing",
        "021000021",
        "J."
    };

    @Test
    void shouldChangeNothingTheSecondTime() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            List<String> texts = List.of(pieces(random), pieces(random));
            Anonymised once = Anonymiser.anonymise(texts);
            Anonymised twice = Anonymiser.anonymise(once.texts());
            assertThat(twice.texts()).as(texts.toString()).isEqualTo(once.texts());
            assertThat(twice.replaced()).isEqualTo(PersonalDataCounts.NONE);
        }
    }

    @Test
    void shouldTakeAnyCharacters() {
        Random random = new Random(8);
        for (int i = 0; i < 3_000; i++) {
            String text = IntStream.range(0, random.nextInt(200))
                    .mapToObj(j -> String.valueOf((char) random.nextInt(random.nextBoolean() ? 0x10000 : 0x80)))
                    .collect(Collectors.joining());
            Anonymised once = Anonymiser.anonymise(List.of(text));
            assertThat(once.texts()).hasSize(1);
            assertThat(Anonymiser.anonymise(once.texts()).texts()).isEqualTo(once.texts());
        }
    }

    @Test
    void shouldLeaveTextWithoutPersonalData() {
        String text =
                "I know this sounds silly, but I cannot open the letter. We owe $12,400 on two cards at 24.99%, my 401(k) is"
                        + " down 8% since 2022, and I keep thinking: what if I never retire? You said that is normal.";

        assertThat(Anonymiser.anonymise(List.of(text, text)))
                .isEqualTo(new Anonymised(List.of(text, text), PersonalDataCounts.NONE));
    }

    @Test
    void shouldKeepTheAmountsOfTheSeedCorpus() {
        List<String> texts = SeedCorpus.pilot().conversations().stream()
                .flatMap(conversation -> conversation.turns().stream())
                .flatMap(turn -> turn.responses().stream())
                .map(response -> response.text())
                .toList();

        for (String text : texts) {
            String result = Anonymiser.anonymise(List.of(text)).texts().getFirst();
            assertThat(result.replaceAll("\\D+", " ")).isEqualTo(text.replaceAll("\\D+", " "));
        }
    }

    @Test
    void shouldTakeLinearTime() {
        String sentence =
                "Maria Lopez called 214-555-0142 about account number 48213377 at 12 Oak Street in Dallas, and so on. ";
        String corpus = SeedCorpus.pilot().conversations().stream()
                .flatMap(conversation -> conversation.turns().stream())
                .map(turn -> turn.client() + " Call Maria Lopez at 214-555-0142. ")
                .collect(Collectors.joining());
        List<String> hard = List.of(
                corpus.repeat(3).substring(0, 32 * 1024),
                sentence.repeat(32 * 1024 / sentence.length()),
                "a".repeat(32 * 1024),
                "1 ".repeat(16 * 1024),
                "a-".repeat(16 * 1024),
                "@a.".repeat(11 * 1024),
                "1:".repeat(16 * 1024),
                "Aa ".repeat(11 * 1024),
                "9 Aa Aa Aa Aa Aa ".repeat(2 * 1024),
                "account number ".repeat(2 * 1024),
                "AB12 ".repeat(6 * 1024),
                "born on ".repeat(4 * 1024),
                "/".repeat(32 * 1024));
        StringBuilder report = new StringBuilder();
        for (String text : hard) {
            for (int i = 0; i < 80; i++) {
                Anonymiser.anonymise(List.of(text));
            }
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 10; i++) {
                long start = System.nanoTime();
                Anonymiser.anonymise(List.of(text));
                best = Math.min(best, System.nanoTime() - start);
            }
            report.append(text, 0, 12).append("... ").append(best / 1_000).append(" us; ");
            // Generous, since the machine may be busy with other things.
            assertThat(best).as(text.substring(0, 12)).isLessThan(100_000_000L);
        }
        System.out.println("32 KiB: " + report);
    }

    private static String pieces(Random random) {
        return IntStream.range(0, random.nextInt(25))
                .mapToObj(i -> PIECES[random.nextInt(PIECES.length)] + (random.nextInt(6) == 0 ? "" : " "))
                .collect(Collectors.joining());
    }
}
