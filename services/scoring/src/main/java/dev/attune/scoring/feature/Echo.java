package dev.attune.scoring.feature;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much of a response comes from the client's own words: some shows listening, long runs are parroting. */
final class Echo {

    private static final int SHORTEST_CONTENT_WORD = 5;
    private static final int RUN = 3;
    /** Makes a share of very few words a small one. */
    private static final int DAMPING = 5;

    private Echo() {}

    /** The share of the response's longer words that the client used, 0 to 1. */
    static double share(Words client, Words response) {
        int content = 0;
        int shared = 0;
        for (String token : response.vocabulary()) {
            if (token.length() >= SHORTEST_CONTENT_WORD || Words.isNumber(token)) {
                content++;
                shared += client.vocabulary().contains(token) ? 1 : 0;
            }
        }
        return (double) shared / (content + DAMPING);
    }

    /** The share of the response's words that stand in runs of three or more taken over from the client, 0 to 1. */
    static double runs(Words client, Words response) {
        Set<List<String>> theirs = trigrams(client.tokens());
        List<String> tokens = response.tokens();
        boolean[] copied = new boolean[tokens.size()];
        for (int at = 0; at + RUN <= tokens.size(); at++) {
            if (theirs.contains(tokens.subList(at, at + RUN))) {
                Arrays.fill(copied, at, at + RUN, true);
            }
        }
        int count = 0;
        for (boolean each : copied) {
            count += each ? 1 : 0;
        }
        return (double) count / (tokens.size() + DAMPING);
    }

    /** The share of the response's numbers that the client did not name, 0 to 1. */
    static double newNumbers(Words client, Words response) {
        long numbers = response.vocabulary().stream().filter(Words::isNumber).count();
        long unheard = response.vocabulary().stream()
                .filter(Words::isNumber)
                .filter(number -> !client.vocabulary().contains(number))
                .count();
        return (double) unheard / (numbers + 1);
    }

    private static Set<List<String>> trigrams(List<String> tokens) {
        Set<List<String>> all = new HashSet<>();
        for (int at = 0; at + RUN <= tokens.size(); at++) {
            all.add(tokens.subList(at, at + RUN));
        }
        return all;
    }
}
