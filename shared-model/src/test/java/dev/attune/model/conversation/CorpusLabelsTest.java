package dev.attune.model.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.AuthoredConversation.Amount;
import dev.attune.model.conversation.AuthoredConversation.Emotion;
import dev.attune.model.conversation.AuthoredConversation.Indicator;
import dev.attune.model.conversation.AuthoredConversation.Response;
import dev.attune.model.conversation.AuthoredConversation.Turn;
import dev.attune.model.vertical.Vertical;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every label of the seed corpus against its text, the taxonomies and each other. */
class CorpusLabelsTest {

    private static final Vertical FINANCE = Vertical.finance();

    @Test
    void shouldQuoteTheClientWordForWord() {
        Set<String> categories = FINANCE.indicators().indicators().stream()
                .map(category -> category.code())
                .collect(Collectors.toSet());
        assertThat(Corpus.turns()).allSatisfy(place -> {
            assertThat(place.turn().indicators()).isNotEmpty();
            for (Indicator indicator : place.turn().indicators()) {
                assertThat(categories).contains(indicator.category());
                assertThat(indicator.words())
                        .isNotEmpty()
                        .allSatisfy(words -> assertThat(place.turn().client()).contains(words));
            }
        });
    }

    @Test
    void shouldUseTheTaxonomysCodes() {
        assertThat(Corpus.turns()).allSatisfy(place -> {
            List<Double> confidences =
                    place.turn().emotions().stream().map(Emotion::confidence).toList();
            assertThat(place.turn().emotions())
                    .hasSizeBetween(2, 3)
                    .allSatisfy(emotion ->
                            assertThat(FINANCE.emotion(emotion.emotion())).isPresent());
            assertThat(confidences)
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .allMatch(confidence -> confidence > 0 && confidence <= 1);
            assertThat(place.turn().intensity()).isBetween(0.0, 1.0);
            assertThat(place.turn().valence()).isIn("negative", "positive", "mixed");
            assertThat(place.turn().strategies())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                            strategy -> assertThat(FINANCE.strategy(strategy)).isPresent());
        });
    }

    @Test
    void shouldGradeTargetsAboveNearMissesAboveFailures() {
        assertThat(Corpus.turns()).allSatisfy(place -> {
            Response target = Corpus.target(place);
            assertThat(target.kind()).isEqualTo("target");
            assertThat(target.grade()).isBetween(3, 5);
            for (Response response : place.turn().responses()) {
                assertThat(response.scores()).containsOnlyKeys(FINANCE.rubric().codes());
                assertThat(response.scores().values()).allMatch(score -> score >= 1 && score <= 5);
                assertThat(response.reason()).isNotBlank();
                if (response != target) {
                    assertThat(mean(response)).isLessThan(mean(target));
                    assertThat(response.grade())
                            .isBetween(
                                    "near_miss".equals(response.kind()) ? 3 : 1,
                                    "near_miss".equals(response.kind()) ? 4 : 2);
                }
            }
        });
    }

    private static double mean(Response response) {
        return response.scores().values().stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    @Test
    void shouldNameTheSentenceThatHarms() {
        assertThat(Corpus.responses().stream().filter(response -> !"target".equals(response.kind())))
                .allSatisfy(response -> {
                    assertThat(response.failure()).isNotNull();
                    assertThat(response.text()).contains(response.harm());
                });
    }

    @Test
    void shouldCiteFactsThatHold() {
        assertThat(Corpus.turns())
                .allSatisfy(place -> assertThat(place.turn().facts())
                        .allSatisfy(id -> assertThat(FINANCE.fact(id)).isPresent()));
    }

    @Test
    void shouldComputeEveryAmountRightly() {
        Set<String> wrong = new HashSet<>();
        for (Corpus.Place place : Corpus.turns()) {
            for (Response response : place.turn().responses()) {
                for (Amount amount : response.amounts()) {
                    assertThat(response.text()).as(place.toString()).contains(amount.words());
                    List<Double> said = Numbers.of(amount.words());
                    assertThat(said).as(place + ": " + amount).hasSize(1);
                    double is = Arithmetic.value(amount.is());
                    double step = amount.round() != null ? amount.round() : Numbers.lastDigit(amount.words());
                    if (Math.abs(is - said.getFirst()) > step / 2 + 1e-9 && !isMeantWrong(response)) {
                        wrong.add("%s: %s is %s".formatted(place, amount, is));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isMeantWrong(Response response) {
        return "warm-but-financially-wrong".equals(response.failure());
    }

    /** What a response says in figures was said before, stands in a cited fact, or is recomputed above. */
    @Test
    void shouldSayNoNumberThatComesFromNowhere() {
        Set<String> unknown = new HashSet<>();
        for (AuthoredConversation conversation : Corpus.ALL) {
            Set<Double> known = new HashSet<>(Numbers.of(String.valueOf(conversation.personaNote())));
            if (conversation.document() != null) {
                known.addAll(Numbers.of(conversation.document().text()));
            }
            for (Turn turn : conversation.turns()) {
                known.addAll(Numbers.of(turn.client()));
                turn.facts()
                        .forEach(id -> known.addAll(
                                Numbers.of(FINANCE.fact(id).orElseThrow().value())));
                for (Response response : turn.responses()) {
                    if (!"failure".equals(response.kind())) {
                        Set<Double> computed = response.amounts().stream()
                                .flatMap(amount -> Numbers.of(amount.words()).stream())
                                .collect(Collectors.toSet());
                        Numbers.of(response.text()).stream()
                                .filter(number -> number >= 10)
                                .filter(number -> !known.contains(number) && !computed.contains(number))
                                .forEach(number ->
                                        unknown.add(conversation.id() + ": " + number + " in " + response.kind()));
                    }
                }
                known.addAll(Numbers.of(turn.responses().getFirst().text()));
            }
        }
        assertThat(unknown).isEmpty();
    }
}
