package dev.attune.model.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.Json;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.coverage.CoverageReport.Cell;
import dev.attune.model.vertical.Vertical;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Vertical FINANCE = Vertical.finance();

    @Test
    void shouldCountTheFirstTwoEmotionsOfATurnByTheirBand() {
        CoverageReport report = measure(outline(
                new Outline.Turn(List.of("shame", "hope", "grief"), 0.39, List.of(), null),
                new Outline.Turn(List.of("shame"), 0.4, List.of(), null),
                new Outline.Turn(List.of("shame"), 0.7, List.of(), null)));

        assertThat(have(report, "emotions", "shame")).isEqualTo(3);
        assertThat(have(report, "emotions", "hope")).isEqualTo(1);
        assertThat(have(report, "emotions", "grief")).isZero();
        assertThat(have(report, "intensities", "shame low")).isEqualTo(1);
        assertThat(have(report, "intensities", "shame medium")).isEqualTo(1);
        assertThat(have(report, "intensities", "shame high")).isEqualTo(1);
        assertThat(have(report, "intensities", "hope low")).isEqualTo(1);
    }

    @Test
    void shouldCountACombinationWhereAllItsStrategiesAre() {
        CoverageReport report = measure(outline(
                new Outline.Turn(List.of(), null, List.of("concrete-steps", "hand-off", "reframe"), null),
                new Outline.Turn(List.of(), null, List.of("reframe"), null)));

        assertThat(have(report, "combinations", "reframe+concrete-steps")).isEqualTo(1);
        assertThat(have(report, "combinations", "reframe+clarify-values")).isZero();
        assertThat(have(report, "strategies", "reframe")).isEqualTo(2);
        assertThat(report.unlabelled()).isEqualTo(2);
    }

    @Test
    void shouldMeasureSharesByTheNumberOfConversations() {
        List<Outline> outlines = IntStream.range(0, 20)
                .mapToObj(i -> Outline.unlabelled(i < 10 ? 3 : i < 16 ? 4 : 7))
                .toList();

        CoverageReport report = Coverage.measure(FINANCE, outlines);

        assertThat(report.target("lengths").orElseThrow().cells())
                .containsExactly(new Cell("short", 10, 9, 11), new Cell("medium", 6, 5, 7), new Cell("long", 4, 3, 5));
        assertThat(report.target("lengths").orElseThrow().met()).isTrue();
        assertThat(report.met()).isFalse();
    }

    @Test
    void shouldNameTheCellsThatAreMissing() {
        CoverageReport report = measure(outline(new Outline.Turn(List.of("shame"), 0.5, List.of(), 5)));

        assertThat(report.target("topics").orElseThrow().missing()).hasSize(24);
        assertThat(report.target("topics").orElseThrow().have()).isEqualTo(1);
        assertThat(CoverageView.from(report).targets())
                .filteredOn(target -> target.code().equals("emotions"))
                .flatExtracting(CoverageView.TargetView::missing)
                .contains(new CoverageView.CellView("shame", 1, 50, null));
    }

    @Test
    void shouldKeepOnlyCodesOfTheVertical() {
        Outline outline = new Outline(
                "tax",
                "later",
                "template",
                "jane doe",
                false,
                List.of(new Outline.Turn(List.of("fear", "jane"), 1.5, List.of("reframe", "?"), 9)));

        assertThat(outline.within(FINANCE))
                .isEqualTo(new Outline(
                        "tax",
                        null,
                        "template",
                        null,
                        false,
                        List.of(new Outline.Turn(List.of("fear"), null, List.of("reframe"), null))));
    }

    @Test
    void shouldKeepAllCodesOfTheCorpusAndComeBackFromJson() throws Exception {
        for (var conversation : SeedCorpus.finance().conversations()) {
            Outline outline = Outline.of(conversation);
            assertThat(outline.within(FINANCE)).isEqualTo(outline);
            assertThat(Json.mapper().readValue(Json.mapper().writeValueAsString(outline), Outline.class))
                    .isEqualTo(outline);
        }
    }

    private static Outline outline(Outline.Turn... turns) {
        return new Outline("tax", "discovery", "template", "marcus", false, List.of(turns));
    }

    private static CoverageReport measure(Outline outline) {
        return Coverage.measure(FINANCE, List.of(outline));
    }

    private static int have(CoverageReport report, String target, String cell) {
        return report.target(target).orElseThrow().cells().stream()
                .filter(each -> each.name().equals(cell))
                .findFirst()
                .orElseThrow()
                .have();
    }
}
