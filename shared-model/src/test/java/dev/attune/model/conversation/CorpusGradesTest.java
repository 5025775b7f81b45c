package dev.attune.model.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.model.conversation.AuthoredConversation.Response;
import dev.attune.model.conversation.Gradings.Grading;
import dev.attune.model.rubric.Rubric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** That the grades of the alternatives are more than one reader's opinion. Prints its figures. */
class CorpusGradesTest {

    private static final List<Grading> SAMPLE =
            Gradings.ALL.stream().filter(grading -> grading.blind() != null).toList();

    @Test
    void shouldKeepEveryReadingOfEveryAlternative() {
        List<String> alternatives = new ArrayList<>();
        for (Corpus.Place place : Corpus.turns()) {
            for (int i = 1; i < place.turn().responses().size(); i++) {
                alternatives.add(place + " response " + i);
            }
        }
        assertThat(Gradings.ALL)
                .extracting(grading ->
                        grading.conversation() + " turn " + grading.turn() + " response " + grading.response())
                .containsExactlyInAnyOrderElementsOf(alternatives);
        assertThat(SAMPLE).hasSize(80);
        assertThat(Gradings.ALL)
                .flatExtracting(Grading::author, Grading::second, Grading::agreed)
                .allSatisfy(grades -> assertThat((List<?>) grades)
                        .hasSameSizeAs(Rubric.finance().codes())
                        .allMatch(grade -> grade instanceof Integer level && level >= 1 && level <= 5));
    }

    @Test
    void shouldGradeAsWasAgreed() {
        List<String> criteria = Rubric.finance().codes();
        assertThat(Gradings.ALL)
                .filteredOn(grading -> grading.since() == null)
                .allSatisfy(grading -> assertThat(criteria.stream()
                                .map(criterion -> response(grading).scores().get(criterion))
                                .toList())
                        .isEqualTo(grading.agreed()));
    }

    @Test
    void shouldAgreeWithAReaderWhoHasNotSeenTheGrades() throws IOException {
        double first = kappa(Gradings.ALL, Grading::author, Grading::second);
        double last = kappa(SAMPLE, Grading::agreed, grading -> Objects.requireNonNull(grading.blind()));

        System.out.printf(
                "quadratic-weighted kappa of overall grades: %.2f between author and second reader (%d alternatives),"
                        + " %.2f between the agreed grades and a blind reader (%d)%n",
                first, Gradings.ALL.size(), last, SAMPLE.size());
        assertThat(last).isGreaterThanOrEqualTo(0.7);
        assertThat(card())
                .contains(String.format(Locale.ROOT, "**%.2f**", last), String.format(Locale.ROOT, "%.2f", first));
    }

    /** Two readers of three items: worked by hand. */
    @Test
    void shouldWeighDistancesByTheirSquares() {
        // Observed 0 + 1 + 4 in 3; by chance 0 + 4 + 16, 1 + 1 + 9 and 4 + 0 + 4 in 9.
        assertThat(Gradings.quadraticKappa(List.of(1, 2, 3), List.of(1, 3, 5)))
                .isCloseTo(1 - (5 / 3.0) / (39 / 9.0), within(1e-12));
        assertThat(Gradings.quadraticKappa(List.of(1, 2, 3), List.of(1, 2, 3))).isEqualTo(1);
        assertThat(Gradings.quadraticKappa(List.of(1, 3), List.of(3, 1))).isEqualTo(-1);
    }

    private static double kappa(
            List<Grading> gradings, Function<Grading, List<Integer>> one, Function<Grading, List<Integer>> other) {
        return Gradings.quadraticKappa(
                gradings.stream().map(one).map(Gradings::overall).toList(),
                gradings.stream().map(other).map(Gradings::overall).toList());
    }

    private static Response response(Grading grading) {
        return Corpus.ALL.stream()
                .filter(conversation -> grading.conversation().equals(conversation.id()))
                .findFirst()
                .orElseThrow()
                .turns()
                .get(grading.turn() - 1)
                .responses()
                .get(grading.response());
    }

    private static String card() throws IOException {
        try (InputStream in = SeedCorpus.class.getResourceAsStream("/verticals/finance/corpus/CARD.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
