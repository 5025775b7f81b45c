package dev.attune.model.text.personal.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StartsTest {

    private static final Pattern WORD = Pattern.compile("(?i)\\b(?:accounts?|policy|born|dob|p\\.o\\.)\\b");
    private static final Pattern OVERLAPPING = Pattern.compile("aba|ab");
    private static final String[] PIECES = {
        "account",
        "Accounts",
        "POLICY",
        "born",
        "dob",
        "p.o.",
        "unborn",
        "x",
        "\u00e9",
        "_",
        " ",
        ".",
        "-",
        "7",
        "aba",
        "b"
    };

    @Test
    void shouldFindWhatTheMatcherFinds() {
        Random random = new Random(11);
        int found = 0;
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            List<String> words = byMatcher(WORD, text.toString());
            assertThat(byStarts(WORD, text.toString(), Starts.ofWord("apbd"))).isEqualTo(words);
            assertThat(byStarts(OVERLAPPING, text.toString(), (all, index) -> all.charAt(index) == 'a'))
                    .isEqualTo(byMatcher(OVERLAPPING, text.toString()));
            found += words.size();
        }
        assertThat(found).isGreaterThan(1_000);
    }

    private static List<String> byMatcher(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.start() + matcher.group());
        }
        return found;
    }

    private static List<String> byStarts(Pattern pattern, String text, Starts.Test test) {
        List<String> found = new ArrayList<>();
        Starts.findAll(pattern, text, test, matcher -> found.add(matcher.start() + matcher.group()));
        return found;
    }
}
