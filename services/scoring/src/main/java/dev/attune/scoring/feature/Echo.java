package dev.attune.scoring.feature;

/** How much of a response comes from the client's own words: some shows listening, long runs are parroting. */
final class Echo {

    private static final int SHORTEST_CONTENT_WORD = 5;
    /** Makes a share of very few words a small one. */
    private static final int DAMPING = 5;

    private Echo() {}

    /** The share of the response's longer words that the client used, 0 to 1. */
    static double share(Words client, Words response) {
        int content = 0;
        int shared = 0;
        for (int at = 0; at < response.tokens().size(); at++) {
            String token = response.tokens().get(at);
            if (response.isFirst(at) && (token.length() >= SHORTEST_CONTENT_WORD || Words.isNumber(token))) {
                content++;
                shared += client.has(response, at) ? 1 : 0;
            }
        }
        return (double) shared / (content + DAMPING);
    }

    /** The share of the response's words that stand in runs of three or more taken over from the client, 0 to 1. */
    static double runs(Words client, Words response) {
        int count = 0;
        int counted = 0;
        for (int at = 0; at + Words.RUN <= response.tokens().size(); at++) {
            if (client.hasRun(response, at)) {
                count += at + Words.RUN - Math.max(at, counted);
                counted = at + Words.RUN;
            }
        }
        return (double) count / (response.tokens().size() + DAMPING);
    }

    /** The share of the response's numbers that the client did not name, 0 to 1. */
    static double newNumbers(Words client, Words response) {
        int numbers = 0;
        int unheard = 0;
        for (int at = 0; at < response.tokens().size(); at++) {
            if (response.isFirst(at) && Words.isNumber(response.tokens().get(at))) {
                numbers++;
                unheard += client.has(response, at) ? 0 : 1;
            }
        }
        return (double) unheard / (numbers + 1);
    }
}
