package dev.attune.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.model.text.Tokens;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Describer;
import dev.attune.scoring.feature.Document;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.feature.Reply;
import dev.attune.scoring.feature.ReplyTraits;
import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.learn.tribuo.LibLinearLearner;
import dev.attune.scoring.model.TrainingSet.Pair;
import dev.attune.scoring.rubric.Rubrics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That it is not the length of a response by which it is graded and preferred. */
class LengthTest {

    private static final Lexicon LEXICON = Lexicon.bundled();
    private static final TrainingSet EXAMPLES = new Examples(Vertical.finance(), LEXICON, Rubrics.of(Rubric.finance()))
            .of(SeedCorpus.finance().conversations(), List.of());

    /** A model, with the pairs that it has not seen. */
    private record Trained(ScoringModel model, List<Pair> unseen) {}

    @Test
    void shouldGradeAndOrderAsWellWhereNoTraitTellsLength() {
        List<Trained> trained = new ArrayList<>();
        Learner learner = remembering(
                new LinearTrainer(new LibLinearLearner(), LEXICON, LengthFree.of(new ReplyTraits(LEXICON), replies())),
                trained);

        ModelQuality quality = CrossValidation.measure(learner, EXAMPLES);

        List<Boolean> shorterIsBetter = new ArrayList<>();
        List<Boolean> longerIsBetter = new ArrayList<>();
        trained.forEach(each -> each.unseen().forEach(pair -> {
            int more = length(pair.better().text()) - length(pair.worse().text());
            if (more != 0) {
                (more < 0 ? shorterIsBetter : longerIsBetter).add(isRight(each.model(), pair));
            }
        }));
        double longest = (double) longerIsBetter.size() / (shorterIsBetter.size() + longerIsBetter.size());
        System.out.printf(
                "Without length: kappa %.4f, pairs %.4f; where the better one is shorter %.4f of %d, longer %.4f of %d; "
                        + "'the longer is better' orders %.4f%n",
                quality.rubricKappa(),
                quality.pairAccuracy(),
                share(shorterIsBetter),
                shorterIsBetter.size(),
                share(longerIsBetter),
                longerIsBetter.size(),
                longest);
        assertThat(quality.rubricKappa()).isGreaterThan(0.69);
        assertThat(quality.pairAccuracy()).isGreaterThan(0.85);
        assertThat(share(shorterIsBetter)).isGreaterThan(0.75);
    }

    private static List<Reply> replies() {
        return EXAMPLES.turns().stream()
                .flatMap(turn -> turn.responses().stream().map(response -> new Reply(response.text(), turn.client())))
                .toList();
    }

    private static int length(String text) {
        return Tokens.of(text).size();
    }

    private static boolean isRight(ScoringModel model, Pair pair) {
        Scratch scratch = new Scratch();
        return model.reply(pair.turn().client(), pair.better().text(), scratch).utility()
                > model.reply(pair.turn().client(), pair.worse().text(), scratch)
                        .utility();
    }

    private static double share(List<Boolean> of) {
        return of.stream().mapToInt(each -> each ? 1 : 0).average().orElse(0);
    }

    private static Learner remembering(LinearTrainer learner, List<Trained> into) {
        return new Learner() {
            @Override
            public ScoringModel train(TrainingSet set) {
                ScoringModel model = learner.train(set);
                Set<String> seen = new HashSet<>(set.conversations());
                into.add(new Trained(
                        model,
                        EXAMPLES.pairs().stream()
                                .filter(pair -> !seen.contains(pair.turn().conversation()))
                                .toList()));
                return model;
            }

            @Override
            public String form() {
                return learner.form();
            }

            @Override
            public String provenance() {
                return learner.provenance();
            }

            @Override
            public ScoringModel restore(byte[] bytes) {
                return learner.restore(bytes);
            }
        };
    }

    /**
     * The same traits without what a line over the number of words and its logarithm, fitted by least squares, knows of
     * each: none of them goes with the length any more.
     */
    private record LengthFree(Describer all, double[][] lines) implements Describer {

        static LengthFree of(Describer all, List<Reply> replies) {
            int traits = all.names().size();
            double[][] lines = new double[traits][];
            double[][] values = new double[replies.size()][traits];
            double[][] sides = new double[replies.size()][];
            for (int i = 0; i < values.length; i++) {
                all.describe(replies.get(i), new Scratch(), values[i]);
                sides[i] = side(replies.get(i));
            }
            for (int trait = 0; trait < traits; trait++) {
                double[][] equations = new double[3][4];
                for (int i = 0; i < values.length; i++) {
                    for (int row = 0; row < 3; row++) {
                        for (int column = 0; column < 3; column++) {
                            equations[row][column] += sides[i][row] * sides[i][column];
                        }
                        equations[row][3] += sides[i][row] * values[i][trait];
                    }
                }
                lines[trait] = solved(equations);
            }
            return new LengthFree(all, lines);
        }

        private static double[] side(Document document) {
            int words = length(document.text());
            return new double[] {1, words / 50.0, Math.log1p(words)};
        }

        /** By Gauss and Jordan; the matrix is positive definite. */
        private static double[] solved(double[][] equations) {
            for (int pivot = 0; pivot < 3; pivot++) {
                double by = equations[pivot][pivot];
                for (int column = 0; column < 4; column++) {
                    equations[pivot][column] /= by;
                }
                for (int row = 0; row < 3; row++) {
                    double times = equations[row][pivot];
                    for (int column = 0; row != pivot && column < 4; column++) {
                        equations[row][column] -= times * equations[pivot][column];
                    }
                }
            }
            return new double[] {equations[0][3], equations[1][3], equations[2][3]};
        }

        @Override
        public List<String> names() {
            return all.names();
        }

        @Override
        public void describe(Document document, Scratch scratch, double[] into) {
            all.describe(document, scratch, into);
            double[] side = side(document);
            for (int trait = 0; trait < lines.length; trait++) {
                for (int i = 0; i < side.length; i++) {
                    into[trait] -= lines[trait][i] * side[i];
                }
            }
        }
    }
}
