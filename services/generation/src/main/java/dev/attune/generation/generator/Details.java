package dev.attune.generation.generator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds clauses of the client's text that are worth giving back word for word. */
final class Details {

    private static final int FEWEST_WORDS = 3;
    private static final int MOST_WORDS = 13;

    /** Points and commas within figures end nothing. */
    private static final Pattern CLAUSE_END = Pattern.compile("[?!;:\\n\\r\u2013\u2014]+|[.,]+(?!\\d)|\\s-+\\s");
    /** What stands around a quotation or an aside is half a sentence. */
    private static final Pattern BRACKET = Pattern.compile("[()\\[\\]{}\"\u201C\u201D]");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern FILLER = Pattern.compile(
            "^(?:(?:and|but|so|because|or|well|ok|okay|honestly|sorry|anyway|like|yes|no|hi|hello|then|also)\\s+)+",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> OWN = Set.of("i", "i'm", "i've", "i'd", "my", "me", "we", "we're", "our", "us");
    private static final Set<String> ASKING = Set.of(
            "what", "how", "why", "when", "where", "who", "which", "should", "do", "does", "did", "can", "could", "is",
            "are", "am", "will", "would");

    private Details() {}

    /** The most telling clauses, best first; empty where the text has none of a fitting length. */
    static List<String> of(String text) {
        Set<String> seen = new HashSet<>();
        return CLAUSE_END
                .splitAsStream(text)
                .map(clause -> SPACE.matcher(clause).replaceAll(" ").strip())
                .map(clause -> FILLER.matcher(clause).replaceFirst(""))
                .filter(clause -> !BRACKET.matcher(clause).find())
                .filter(Details::fits)
                .filter(clause -> seen.add(clause.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt(Details::score).reversed())
                .limit(4)
                .toList();
    }

    private static boolean fits(String clause) {
        int words = SPACE.split(clause).length;
        return words >= FEWEST_WORDS && words <= MOST_WORDS && clause.chars().anyMatch(Character::isLetter);
    }

    /** The client's own doing and concrete things tell most, questions least; of equal clauses the first is taken. */
    private static int score(String clause) {
        List<String> words =
                Arrays.asList(SPACE.split(clause.toLowerCase(Locale.ROOT).replace('\u2019', '\'')));
        int score = Math.min(words.size(), 8);
        score += words.stream().anyMatch(OWN::contains) ? 4 : 0;
        score += clause.chars().anyMatch(Character::isDigit) ? 2 : 0;
        score -= ASKING.contains(words.getFirst()) ? 6 : 0;
        return score;
    }
}
