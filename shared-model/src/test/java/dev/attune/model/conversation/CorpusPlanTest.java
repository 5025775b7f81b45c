package dev.attune.model.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.AuthoredConversation.Contrast;
import dev.attune.model.conversation.AuthoredConversation.Place;
import dev.attune.model.conversation.AuthoredConversation.Turn;
import dev.attune.model.coverage.Coverage;
import dev.attune.model.coverage.CoverageReport;
import dev.attune.model.coverage.CoverageReport.Target;
import dev.attune.model.coverage.Outline;
import dev.attune.model.vertical.MoneyBelief;
import dev.attune.model.vertical.Vertical;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seed corpus against what it was planned to hold. */
class CorpusPlanTest {

    private static final Vertical FINANCE = Vertical.finance();

    private final Map<String, AuthoredConversation> byId = Corpus.ALL.stream()
            .collect(Collectors.toMap(conversation -> String.valueOf(conversation.id()), Function.identity()));

    @Test
    void shouldMeetEveryTargetOfCoverage() {
        CoverageReport report =
                Coverage.measure(FINANCE, Corpus.ALL.stream().map(Outline::of).toList());

        assertThat(report.conversations()).isEqualTo(100);
        assertThat(report.turns()).isGreaterThanOrEqualTo(430);
        assertThat(report.unlabelled()).isZero();
        assertThat(report.targets())
                .allSatisfy((Target target) ->
                        assertThat(target.missing()).as(target.code()).isEmpty());
    }

    @Test
    void shouldHaveExactlyTheLengthsThatWerePlanned() {
        assertThat(Corpus.ALL.stream().collect(Collectors.groupingBy(CorpusPlanTest::length, Collectors.counting())))
                .containsOnly(Map.entry("short", 50L), Map.entry("medium", 30L), Map.entry("long", 20L));
    }

    private AuthoredConversation conversation(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    private static AuthoredConversation.Arc arc(AuthoredConversation conversation) {
        return Objects.requireNonNull(conversation.arc(), conversation.id());
    }

    private static AuthoredConversation.Client client(AuthoredConversation conversation) {
        return Objects.requireNonNull(conversation.client(), conversation.id());
    }

    private static String length(AuthoredConversation conversation) {
        int turns = conversation.turns().size();
        return turns <= 3 ? "short" : turns <= 6 ? "medium" : "long";
    }

    @ParameterizedTest
    @CsvSource({
        "marcus-stock-options, 3, , , , ",
        "marcus-emergency-fund, 4, , , , ",
        "marcus-inheritance-guilt, 4, guilt, .75, permission, .55",
        "marcus-home-buying, 5, fear, .85, empowerment, .70",
        "marcus-debt-spiral, 4, shame, .80, determination, .75",
        "jennifer-investment-paralysis, 4, skepticism, .75, hope, .60",
        "jennifer-life-insurance, 3, anxiety, .80, confidence, .65",
        "jennifer-college-savings, 4, inadequacy, .70, relief, .70",
        "david-career, 4, excitement, .70, empowerment, .80",
        "david-wedding-or-house, 3, frustration, .65, clarity, .75"
    })
    void shouldHoldThePortfolioWithItsArcs(
            String id,
            int turns,
            @Nullable String from,
            @Nullable Double fromIntensity,
            @Nullable String to,
            @Nullable Double toIntensity) {
        AuthoredConversation conversation = conversation(id);

        assertThat(conversation.turns()).hasSize(turns);
        if (from != null && fromIntensity != null && to != null && toIntensity != null) {
            assertThat(arc(conversation).from()).isEqualTo(new Place(from, fromIntensity));
            assertThat(arc(conversation).to()).isEqualTo(new Place(to, toIntensity));
        }
    }

    @Test
    void shouldBeginAndEndWhereTheArcSays() {
        assertThat(Corpus.ALL).allSatisfy(conversation -> {
            assertThat(place(conversation.turns().getFirst()))
                    .isEqualTo(arc(conversation).from());
            assertThat(place(conversation.turns().getLast()))
                    .isEqualTo(arc(conversation).to());
            assertThat(arc(conversation).note()).isNotBlank();
        });
    }

    private static Place place(Turn turn) {
        return new Place(turn.emotions().getFirst().emotion(), Objects.requireNonNull(turn.intensity()));
    }

    @ParameterizedTest
    @CsvSource({"setback, 25", "unresolved, 12", "referral, 8", "repair, 10"})
    void shouldNotAlwaysGoStraight(String shape, int atLeast) {
        assertThat(Corpus.ALL.stream()
                        .filter(conversation -> arc(conversation).shape().contains(shape)))
                .hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void shouldRepairWhatItMisread() {
        assertThat(Corpus.ALL.stream()
                        .filter(conversation -> arc(conversation).shape().contains("repair")
                                && conversation.turns().stream()
                                        .anyMatch(turn -> turn.strategies().contains("repair-rupture"))))
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"same-question", "same-emotion", "same-strategy"})
    void shouldHoldTwelvePairsOfEachContrast(String kind) {
        Set<Set<String>> pairs = Corpus.ALL.stream()
                .flatMap(conversation -> conversation.contrasts().stream()
                        .filter(contrast -> contrast.kind().equals(kind))
                        .map(contrast -> Set.of(String.valueOf(conversation.id()), contrast.with())))
                .collect(Collectors.toSet());

        assertThat(pairs).hasSize(12);
    }

    @Test
    void shouldContrastWhatItSaysItContrasts() {
        for (AuthoredConversation conversation : Corpus.ALL) {
            for (Contrast contrast : conversation.contrasts()) {
                AuthoredConversation other = conversation(contrast.with());
                assertThat(other.contrasts())
                        .contains(new Contrast(contrast.kind(), String.valueOf(conversation.id()), contrast.on()));
                switch (contrast.kind()) {
                    case "same-question" -> assertThat(start(conversation)).isNotEqualTo(start(other));
                    case "same-emotion" -> {
                        assertThat(start(conversation)).isEqualTo(start(other)).isEqualTo(contrast.on());
                        assertThat(conversation.topic()).isNotEqualTo(other.topic());
                    }
                    default ->
                        assertThat(conversation.turns())
                                .anyMatch(turn -> turn.strategies().contains(contrast.on()));
                }
            }
        }
    }

    private static String start(AuthoredConversation conversation) {
        return conversation.turns().getFirst().emotions().getFirst().emotion();
    }

    @Test
    void shouldHoldFifteenEdgeCases() {
        assertThat(Corpus.ALL.stream().map(AuthoredConversation::edge).filter(Objects::nonNull))
                .containsExactlyInAnyOrder(
                        "suicidal-hint",
                        "coercive-control",
                        "elder-fraud",
                        "gambling",
                        "bankruptcy",
                        "fresh-bereavement",
                        "hidden-debt",
                        "panic-selling",
                        "tax-evasion",
                        "benefits-cliff",
                        "duty-to-send-money-home",
                        "windfall",
                        "hostile-client",
                        "are-you-human",
                        "guaranteed-returns");
    }

    @Test
    void shouldKnowMoreOfEachClientThanTheClientSaysAtFirst() {
        Set<String> beliefs =
                Arrays.stream(MoneyBelief.values()).map(MoneyBelief::code).collect(Collectors.toSet());
        assertThat(Corpus.ALL).allSatisfy(conversation -> {
            assertThat(beliefs).contains(client(conversation).moneyBelief());
            assertThat(client(conversation).beliefOrigin()).isNotBlank();
            assertThat(client(conversation).readiness())
                    .isIn("precontemplation", "contemplation", "preparation", "action", "maintenance");
            assertThat(client(conversation).learntLater()).isNotBlank();
            assertThat(conversation.personaNote()).isNotBlank();
        });
        assertThat(Corpus.ALL.stream().map(conversation -> client(conversation).moneyBelief()))
                .containsAll(beliefs);
    }

    @Test
    void shouldHoldTurnsInWhichSoothingWouldBeWrong() {
        assertThat(Corpus.turns().stream().filter(place -> place.turn().noSoothing() != null))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void shouldGradeTwoAlternativesOfTwoHundredTurns() {
        List<Corpus.Place> graded = Corpus.graded();

        assertThat(graded).hasSizeGreaterThanOrEqualTo(200);
        assertThat(graded.stream()
                        .flatMap(place -> place.turn().responses().stream())
                        .map(AuthoredConversation.Response::failure)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(FINANCE.failedStrategies().failedStrategies().stream()
                        .map(failed -> failed.code())
                        .toList());
    }
}
