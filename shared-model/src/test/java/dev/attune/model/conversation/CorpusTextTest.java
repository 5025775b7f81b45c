package dev.attune.model.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.AuthoredConversation.Response;
import dev.attune.model.conversation.AuthoredConversation.Turn;
import dev.attune.model.text.Sentences;
import dev.attune.model.text.Tokens;
import dev.attune.model.vertical.Vertical;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The texts of the seed corpus: that they are many, and do not read as one template filled over and over. Prints its figures. */
class CorpusTextTest {

    private static final int DISTINCT_WORDS = 20_000;
    private static final int QUARTER = 25;

    @Test
    void shouldShareNoMoreThanHalfOfTheFiveGramsBetweenTwoResponses() {
        List<Set<List<String>>> grams = Corpus.responses().stream()
                .map(response -> Set.copyOf(grams(words(response.text()), 5)))
                .toList();
        Map<List<String>, List<Integer>> where = new HashMap<>();
        for (int i = 0; i < grams.size(); i++) {
            for (List<String> gram : grams.get(i)) {
                where.computeIfAbsent(gram, ignored -> new ArrayList<>()).add(i);
            }
        }
        Map<List<Integer>, Integer> shared = new HashMap<>();
        where.values().stream().filter(places -> places.size() > 1).forEach(places -> {
            for (int i = 0; i < places.size(); i++) {
                for (int j = i + 1; j < places.size(); j++) {
                    shared.merge(List.of(places.get(i), places.get(j)), 1, Integer::sum);
                }
            }
        });

        double most = shared.entrySet().stream()
                .mapToDouble(pair -> (double) pair.getValue()
                        / Math.min(
                                grams.get(pair.getKey().get(0)).size(),
                                grams.get(pair.getKey().get(1)).size()))
                .max()
                .orElse(0);

        System.out.printf("most five-grams that two responses share: %.2f%n", most);
        assertThat(most).isLessThanOrEqualTo(0.5);
    }

    @Test
    void shouldBeDiverse() {
        List<String> advisor = new ArrayList<>();
        Corpus.turns()
                .forEach(place -> advisor.addAll(words(Corpus.target(place).text())));
        assertThat(advisor).hasSizeGreaterThan(DISTINCT_WORDS);

        double distinct = distinct2(advisor.subList(0, DISTINCT_WORDS));

        System.out.printf("distinct-2 over %d words of advisor text: %.3f%n", DISTINCT_WORDS, distinct);
        assertThat(distinct).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void shouldNotTireTowardsTheEnd() {
        List<String> first = advisorWords(Corpus.ALL.subList(0, QUARTER));
        List<String> last = advisorWords(Corpus.ALL.subList(Corpus.ALL.size() - QUARTER, Corpus.ALL.size()));
        int words = Math.min(first.size(), last.size());

        double ratio = distinct2(last.subList(0, words)) / distinct2(first.subList(0, words));

        System.out.printf("distinct-2 of the last %d conversations by that of the first: %.3f%n", QUARTER, ratio);
        assertThat(ratio).isBetween(0.9, 1.1);
    }

    @Test
    void shouldSayNoLongSentenceInMoreThanThreeResponses() {
        Map<String, Integer> sentences = new HashMap<>();
        Corpus.responses()
                .forEach(response -> Set.copyOf(Sentences.of(response.text())).stream()
                        .filter(sentence -> sentence.split("\\s+").length > 6)
                        .forEach(sentence -> sentences.merge(sentence.toLowerCase(Locale.ROOT), 1, Integer::sum)));

        assertThat(sentences).allSatisfy((sentence, count) -> assertThat(count).isLessThanOrEqualTo(3));
    }

    @Test
    void shouldHaveNoOpeningFormula() {
        for (int length : new int[] {2, 3}) {
            Map<List<String>, Integer> openings = new HashMap<>();
            Corpus.turns()
                    .forEach(place -> openings.merge(
                            words(Corpus.target(place).text()).stream()
                                    .limit(length)
                                    .toList(),
                            1,
                            Integer::sum));
            Map.Entry<List<String>, Integer> most = openings.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();

            double share = (double) most.getValue() / Corpus.turns().size();

            System.out.printf(
                    "most frequent opening of %d words: %s, %.3f of the replies%n", length, most.getKey(), share);
            assertThat(share).isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void shouldShowFeelingsMoreThanNameThem() {
        Map<String, Pattern> names = Vertical.finance().emotions().emotions().stream()
                .collect(Collectors.toMap(
                        emotion -> emotion.code(),
                        emotion -> Pattern.compile(emotion.names().stream()
                                .map(name -> "\\b" + name.replace("*", "\\p{L}*") + "\\b")
                                .collect(Collectors.joining("|")))));

        long naming = Corpus.turns().stream()
                .map(Corpus.Place::turn)
                .filter(turn -> Objects.requireNonNull(
                                names.get(turn.emotions().getFirst().emotion()))
                        .matcher(turn.client().toLowerCase(Locale.ROOT))
                        .find())
                .count();

        double share = (double) naming / Corpus.turns().size();
        System.out.printf("client turns that name their primary emotion: %.3f%n", share);
        assertThat(share).isLessThanOrEqualTo(0.25);
    }

    @Test
    void shouldKeepTheLengthsOfATurnsResponsesTogether() {
        assertThat(Corpus.turns()).allSatisfy(place -> {
            List<Integer> lengths = place.turn().responses().stream()
                    .map(response -> response.text().length())
                    .sorted()
                    .toList();
            assertThat((double) lengths.getLast()).isLessThanOrEqualTo(lengths.getFirst() * 1.15);
        });
    }

    /** Of two responses to a turn, how often the better one is the longer: 0.5 is chance. */
    @Test
    void shouldNotTellQualityByLength() {
        long longer = 0;
        long ties = 0;
        long pairs = 0;
        for (Corpus.Place place : Corpus.turns()) {
            List<Response> responses = sortedByQuality(place.turn());
            for (int i = 0; i < responses.size(); i++) {
                for (int j = i + 1; j < responses.size(); j++) {
                    int difference = responses.get(i).text().length()
                            - responses.get(j).text().length();
                    longer += difference > 0 ? 1 : 0;
                    ties += difference == 0 ? 1 : 0;
                    pairs++;
                }
            }
        }

        double auc = (longer + ties / 2.0) / pairs;

        System.out.printf("AUC of length alone over %d pairs: %.3f%n", pairs, auc);
        assertThat(Math.max(auc, 1 - auc)).isLessThanOrEqualTo(0.55);
    }

    private static List<Response> sortedByQuality(Turn turn) {
        List<String> order = List.of("target", "near_miss", "failure");
        return turn.responses().stream()
                .sorted((x, y) -> order.indexOf(x.kind()) - order.indexOf(y.kind()))
                .toList();
    }

    @Test
    void shouldAskOneQuestionAtATime() {
        assertThat(Corpus.turns())
                .allSatisfy(place -> assertThat(Corpus.target(place)
                                .text()
                                .chars()
                                .filter(c -> c == '?')
                                .count())
                        .isLessThanOrEqualTo(2));
    }

    private static List<String> advisorWords(List<AuthoredConversation> conversations) {
        return conversations.stream()
                .flatMap(conversation -> conversation.turns().stream())
                .flatMap(turn -> words(turn.responses().getFirst().text()).stream())
                .toList();
    }

    private static List<String> words(String text) {
        return Tokens.of(text).stream()
                .filter(token -> !token.equals("?") && !token.equals("!"))
                .toList();
    }

    private static double distinct2(List<String> words) {
        List<List<String>> grams = grams(words, 2);
        return (double) new HashSet<>(grams).size() / grams.size();
    }

    private static List<List<String>> grams(List<String> words, int length) {
        List<List<String>> grams = new ArrayList<>();
        for (int i = 0; i + length <= words.size(); i++) {
            grams.add(List.copyOf(words.subList(i, i + length)));
        }
        return grams;
    }
}
