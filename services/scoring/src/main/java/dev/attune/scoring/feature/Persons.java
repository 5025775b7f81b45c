package dev.attune.scoring.feature;

import dev.attune.model.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Of whom a text speaks: of its writer, of whom it answers or of both, sentence by sentence; whether of what has been; and how many of its
 * words are those that it answers. Who tells of themselves and who tells of the other is what n-grams see least, being spread over all of
 * a text's words.
 */
public final class Persons implements Describer {

    private static final List<String> NAMES = List.of(
            "me-share",
            "me-count",
            "me-sentences",
            "me-opens",
            "me-at-all",
            "you-share",
            "you-count",
            "you-sentences",
            "we-share",
            "me-against-you",
            "past-share",
            "past-count",
            "me-in-the-past",
            "taken-over",
            "taken-over-long");

    private static final Set<String> ME =
            Set.of("i", "me", "my", "mine", "myself", "i'm", "i've", "i'd", "i'll", "im", "ive");
    private static final Set<String> YOU =
            Set.of("you", "your", "yours", "yourself", "you're", "you've", "you'd", "you'll", "u", "ur", "youre");
    private static final Set<String> WE = Set.of("we", "us", "our", "we're", "we've");
    private static final Set<String> PAST =
            Set.of("was", "wasn't", "were", "had", "did", "didn't", "couldn't", "went", "felt", "got", "took");

    private static final int LONG = 4;
    /** Makes a share of very few words a small one. */
    private static final int DAMPING = 5;

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void describe(Document document, Scratch scratch, double[] into) {
        Set<String> answered = new HashSet<>(Tokens.of(document.context()));
        Count count = new Count();
        for (String sentence : document.text().split("[.!?\\n]+", -1)) {
            count.add(Tokens.of(sentence), answered);
        }
        double perWord = 1.0 / (count.words + DAMPING);
        double perSentence = 1.0 / (count.sentences + 1);
        into[0] = 5 * count.me * perWord;
        into[1] = Math.log1p(count.me);
        into[2] = count.meSentences * perSentence;
        into[3] = count.meOpens ? 1 : 0;
        into[4] = count.me > 0 ? 1 : 0;
        into[5] = 5 * count.you * perWord;
        into[6] = Math.log1p(count.you);
        into[7] = count.youSentences * perSentence;
        into[8] = 5 * count.we * perWord;
        into[9] = (double) (count.me - count.you) / (count.me + count.you + 2);
        into[10] = 5 * count.past * perWord;
        into[11] = Math.log1p(count.past);
        into[12] = count.me > 0 && count.past > 0 ? 1 : 0;
        into[13] = count.taken * perWord;
        into[14] = (double) count.longTaken / (count.longWords + 3);
    }

    /** What is counted sentence by sentence. */
    private static final class Count {
        private int sentences;
        private int words;
        private int me;
        private int meSentences;
        private boolean meOpens;
        private int you;
        private int youSentences;
        private int we;
        private int past;
        private int taken;
        private int longWords;
        private int longTaken;

        void add(List<String> tokens, Set<String> answered) {
            if (tokens.isEmpty()) {
                return;
            }
            meOpens |= words == 0 && ME.contains(tokens.getFirst());
            int meBefore = me;
            int youBefore = you;
            for (String token : tokens) {
                boolean isTaken = answered.contains(token);
                boolean isLong = token.length() >= LONG;
                me += ME.contains(token) ? 1 : 0;
                you += YOU.contains(token) ? 1 : 0;
                we += WE.contains(token) ? 1 : 0;
                past += PAST.contains(token) || token.endsWith("ed") ? 1 : 0;
                taken += isTaken ? 1 : 0;
                longWords += isLong ? 1 : 0;
                longTaken += isLong && isTaken ? 1 : 0;
            }
            words += tokens.size();
            sentences++;
            meSentences += me > meBefore ? 1 : 0;
            youSentences += you > youBefore ? 1 : 0;
        }
    }
}
