package dev.attune.model.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.AuthoredConversation.Contrast;
import dev.attune.model.conversation.AuthoredConversation.Place;
import dev.attune.model.conversation.AuthoredConversation.Turn;
import dev.attune.model.coverage.Coverage;
import dev.attune.model.coverage.CoverageReport;
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

/** The plan of the seed corpus against what a corpus is to hold, and every conversation that is written against the plan. */
class CorpusPlanTest {

    private static final Vertical FINANCE = Vertical.finance();
    private static final List<PlannedConversation> PLAN = PlannedConversation.finance();

    private final Map<String, PlannedConversation> planned =
            PLAN.stream().collect(Collectors.toMap(PlannedConversation::id, Function.identity()));

    @Test
    void shouldPlanAHundredConversationsOfTheLengthsThatAreAskedFor() {
        assertThat(PLAN).hasSize(100).extracting(PlannedConversation::id).doesNotHaveDuplicates();
        assertThat(PLAN.stream().mapToInt(PlannedConversation::turns).sum()).isGreaterThanOrEqualTo(430);
        assertThat(PLAN.stream().mapToInt(PlannedConversation::alternatives).sum())
                .isGreaterThanOrEqualTo(200);
        assertThat(PLAN.stream().collect(Collectors.groupingBy(CorpusPlanTest::length, Collectors.counting())))
                .containsOnly(Map.entry("short", 50L), Map.entry("medium", 30L), Map.entry("long", 20L));
        assertThat(PLAN.stream().collect(Collectors.groupingBy(PlannedConversation::persona, Collectors.counting())))
                .hasSize(20)
                .allSatisfy((persona, count) -> assertThat(count).isEqualTo(5));
        assertThat(PLAN.stream().collect(Collectors.groupingBy(PlannedConversation::tier, Collectors.counting())))
                .containsOnly(Map.entry("template", 70L), Map.entry("scenario", 20L), Map.entry("edge_case", 10L));
        assertThat(PLAN.stream().map(PlannedConversation::topic).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(FINANCE.topics().topics().stream()
                        .map(topic -> topic.code())
                        .toList());
    }

    @Test
    void shouldBeWrittenWholeAndMeetEveryTargetOfCoverage() {
        CoverageReport report =
                Coverage.measure(FINANCE, Corpus.ALL.stream().map(Outline::of).toList());

        assertThat(Corpus.ALL)
                .extracting(AuthoredConversation::id)
                .containsExactlyElementsOf(
                        PLAN.stream().map(PlannedConversation::id).toList());
        assertThat(report.turns()).isGreaterThanOrEqualTo(430);
        assertThat(report.unlabelled()).isZero();
        assertThat(report.targets())
                .allSatisfy(
                        target -> assertThat(target.missing()).as(target.code()).isEmpty());
        assertThat(Corpus.graded()).hasSizeGreaterThanOrEqualTo(200);
    }

    private static String length(PlannedConversation conversation) {
        return conversation.turns() <= 3 ? "short" : conversation.turns() <= 6 ? "medium" : "long";
    }

    @ParameterizedTest
    @CsvSource({"setback, 25", "unresolved, 12", "referral, 8", "repair, 10"})
    void shouldNotPlanToGoStraightAlways(String shape, int atLeast) {
        assertThat(PLAN.stream()
                        .filter(conversation -> conversation.arc().shape().contains(shape)))
                .hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @ParameterizedTest
    @CsvSource({"same-question", "same-emotion", "same-strategy"})
    void shouldPlanTwelvePairsOfEachContrast(String kind) {
        Set<Set<String>> pairs = PLAN.stream()
                .flatMap(conversation -> conversation.contrasts().stream()
                        .filter(contrast -> contrast.kind().equals(kind))
                        .map(contrast -> Set.of(conversation.id(), contrast.with())))
                .collect(Collectors.toSet());

        assertThat(pairs).hasSize(12);
    }

    @Test
    void shouldContrastWhatItSaysItContrasts() {
        for (PlannedConversation conversation : PLAN) {
            for (Contrast contrast : conversation.contrasts()) {
                PlannedConversation other = planned(contrast.with());
                assertThat(other.contrasts()).contains(new Contrast(contrast.kind(), conversation.id(), contrast.on()));
                String start = conversation.arc().from().emotion();
                switch (contrast.kind()) {
                    case "same-question" ->
                        assertThat(start).isNotEqualTo(other.arc().from().emotion());
                    case "same-emotion" -> {
                        assertThat(start)
                                .isEqualTo(other.arc().from().emotion())
                                .isEqualTo(contrast.on());
                        assertThat(conversation.topic()).isNotEqualTo(other.topic());
                    }
                    default -> assertThat(FINANCE.strategy(contrast.on())).isPresent();
                }
            }
        }
    }

    @Test
    void shouldPlanFifteenEdgeCases() {
        assertThat(PLAN.stream().map(PlannedConversation::edge).filter(Objects::nonNull))
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
        AuthoredConversation conversation = Corpus.ALL.stream()
                .filter(each -> id.equals(each.id()))
                .findFirst()
                .orElseThrow();

        assertThat(conversation.turns()).hasSize(turns);
        if (from != null && fromIntensity != null && to != null && toIntensity != null) {
            assertThat(arc(conversation).from()).isEqualTo(new Place(from, fromIntensity));
            assertThat(arc(conversation).to()).isEqualTo(new Place(to, toIntensity));
        }
    }

    @Test
    void shouldWriteEachConversationAsItWasPlanned() {
        assertThat(Corpus.ALL).extracting(AuthoredConversation::id).doesNotHaveDuplicates();
        assertThat(Corpus.ALL).allSatisfy(conversation -> {
            PlannedConversation plan = planned(String.valueOf(conversation.id()));
            assertThat(conversation.persona()).isEqualTo(plan.persona());
            assertThat(conversation.topic()).isEqualTo(plan.topic());
            assertThat(conversation.stage()).isEqualTo(plan.stage());
            assertThat(conversation.tier()).isEqualTo(plan.tier());
            assertThat(conversation.edge()).isEqualTo(plan.edge());
            assertThat(conversation.turns()).hasSize(plan.turns());
            assertThat(conversation.contrasts()).isEqualTo(plan.contrasts());
            assertThat(arc(conversation).shape()).isEqualTo(plan.arc().shape());
            assertThat(arc(conversation).from()).isEqualTo(plan.arc().from());
            assertThat(arc(conversation).to()).isEqualTo(plan.arc().to());
            assertThat(conversation.turns().stream()
                            .filter(turn -> turn.responses().size() == 3))
                    .hasSize(plan.alternatives());
        });
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

    @Test
    void shouldRepairWhatItMisread() {
        assertThat(Corpus.ALL.stream()
                        .filter(conversation -> arc(conversation).shape().contains("repair")))
                .allSatisfy(conversation -> assertThat(conversation.turns())
                        .anyMatch(turn -> turn.strategies().contains("repair-rupture")));
    }

    @Test
    void shouldUseTheStrategyThatItShares() {
        assertThat(Corpus.ALL)
                .allSatisfy(conversation -> conversation.contrasts().stream()
                        .filter(contrast -> contrast.kind().equals("same-strategy"))
                        .forEach(contrast -> assertThat(conversation.turns())
                                .anyMatch(turn -> turn.strategies().contains(contrast.on()))));
    }

    @Test
    void shouldKnowMoreOfEachClientThanTheClientSaysAtFirst() {
        Set<String> beliefs =
                Arrays.stream(MoneyBelief.values()).map(MoneyBelief::code).collect(Collectors.toSet());
        assertThat(Corpus.ALL).allSatisfy(conversation -> {
            AuthoredConversation.Client client =
                    Objects.requireNonNull(conversation.client(), String.valueOf(conversation.id()));
            assertThat(beliefs).contains(client.moneyBelief());
            assertThat(client.beliefOrigin()).isNotBlank();
            assertThat(client.readiness())
                    .isIn("precontemplation", "contemplation", "preparation", "action", "maintenance");
            assertThat(client.learntLater()).isNotBlank();
            assertThat(conversation.personaNote()).isNotBlank();
        });
    }

    @Test
    void shouldHoldTurnsInWhichSoothingWouldBeWrong() {
        assertThat(Corpus.turns().stream().filter(place -> place.turn().noSoothing() != null))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void shouldShowEveryWayToFail() {
        assertThat(Corpus.responses().stream()
                        .map(AuthoredConversation.Response::failure)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(FINANCE.failedStrategies().failedStrategies().stream()
                        .map(failed -> failed.code())
                        .toList());
    }

    private PlannedConversation planned(String id) {
        return Objects.requireNonNull(planned.get(id), id);
    }

    private static AuthoredConversation.Arc arc(AuthoredConversation conversation) {
        return Objects.requireNonNull(conversation.arc(), String.valueOf(conversation.id()));
    }
}
