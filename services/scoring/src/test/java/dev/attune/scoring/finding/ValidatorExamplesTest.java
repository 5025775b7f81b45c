package dev.attune.scoring.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.vertical.StrategySelector.Felt;
import dev.attune.model.vertical.StrategySelector.State;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.finding.Exchange.Reply;
import dev.attune.scoring.finding.FindingExamples.FindingExample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each validator on examples of its breaches and of what only looks like them, and all of them on the corpus. */
class ValidatorExamplesTest {

    private static final Validators VALIDATORS = FindingParts.of(Vertical.finance());
    private static final int FEWEST = 30;

    @ParameterizedTest
    @ValueSource(strings = {"guard-rails", "boundary", "persona", "coherence", "strategy", "metadata"})
    void shouldFindTheBreachesAndNothingElse(String validator) throws IOException {
        List<FindingExample> examples = FindingExamples.read(validator);
        Counted counted = count(validator, examples);
        counted.wrong().forEach(line -> System.out.println("  " + line));

        assertThat(examples.stream().filter(each -> each.expected().isEmpty())).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(examples.stream().filter(each -> !each.expected().isEmpty())).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(counted.precision()).isGreaterThan(0.9);
        assertThat(counted.recall()).isGreaterThan(0.9);
    }

    /** These were written by somebody who had not seen the rules, and no rule was written for them. Keep it so: do not print them. */
    @ParameterizedTest
    @ValueSource(strings = {"guard-rails", "boundary", "persona"})
    void shouldFindMostBreachesThatNoRuleWasWrittenFor(String validator) throws IOException {
        Counted counted = count("unseen " + validator, FindingExamples.read("unseen/" + validator));

        assertThat(counted.precision()).isGreaterThan(0.7);
        assertThat(counted.recall()).isGreaterThan(0.55);
    }

    /** How often codes were told rightly, told wrongly, and missed. */
    private record Counted(int hits, int alarms, int missed, List<String> wrong) {

        double precision() {
            return (double) hits / (hits + alarms);
        }

        double recall() {
            return (double) hits / (hits + missed);
        }
    }

    private static Counted count(String name, List<FindingExample> examples) {
        Set<String> codes =
                examples.stream().flatMap(each -> each.expected().stream()).collect(Collectors.toSet());
        Map<String, int[]> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (FindingExample example : examples) {
            Set<String> found = VALIDATORS.validate(example.exchange()).stream()
                    .map(Finding::code)
                    .filter(codes::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> either = new HashSet<>(found);
            either.addAll(example.expected());
            for (String code : either) {
                boolean told = found.contains(code);
                boolean is = example.expected().contains(code);
                counts.computeIfAbsent(code, first -> new int[3])[told && is ? 0 : told ? 1 : 2]++;
            }
            if (!found.equals(example.expected())) {
                wrong.add(found + " instead of " + example.line());
            }
        }
        Counted counted = new Counted(
                counts.values().stream().mapToInt(count -> count[0]).sum(),
                counts.values().stream().mapToInt(count -> count[1]).sum(),
                counts.values().stream().mapToInt(count -> count[2]).sum(),
                wrong);
        System.out.printf(
                "%s: %d examples, %d clean; precision %.3f, recall %.3f%n",
                name,
                examples.size(),
                examples.stream().filter(each -> each.expected().isEmpty()).count(),
                counted.precision(),
                counted.recall());
        counts.forEach((code, count) ->
                System.out.printf("  %s: found %d, false alarms %d, missed %d%n", code, count[0], count[1], count[2]));
        return counted;
    }

    @Test
    void shouldLeaveGoodRepliesAloneAndQuoteTheirWords() {
        int targets = 0;
        int blamed = 0;
        int failures = 0;
        int failuresBlamed = 0;
        for (AuthoredConversation conversation : SeedCorpus.finance().conversations()) {
            List<Message> history = new ArrayList<>();
            for (AuthoredConversation.Turn turn : conversation.turns()) {
                State now = new State(
                        turn.emotions().stream()
                                .map(emotion -> new Felt(emotion.emotion(), emotion.confidence()))
                                .toList(),
                        0.5);
                for (AuthoredConversation.Response response : turn.responses()) {
                    Exchange exchange = new Exchange(
                            history,
                            Spoken.of(turn.client()),
                            null,
                            now,
                            List.of(new Reply(Spoken.of(response.text()), List.of())),
                            null);
                    List<Finding> inReply = VALIDATORS.validate(exchange).stream()
                            .filter(finding -> finding.reply() != null && finding.severity() != Severity.NOTE)
                            .toList();
                    assertThat(inReply)
                            .allSatisfy(finding -> assertThat(response.text() + turn.client())
                                    .containsIgnoringWhitespaces(finding.words().replace("\u2026", "")));
                    boolean target = "target".equals(response.kind());
                    boolean failure = "failure".equals(response.kind());
                    targets += target ? 1 : 0;
                    blamed += target && !inReply.isEmpty() ? 1 : 0;
                    failures += failure ? 1 : 0;
                    failuresBlamed += failure && !inReply.isEmpty() ? 1 : 0;
                }
                history.add(Message.user(turn.client()));
                turn.responses().stream().findFirst().ifPresent(said -> history.add(Message.assistant(said.text())));
            }
        }
        System.out.printf(
                "corpus: %d of %d target replies blamed, %d of %d failures%n",
                blamed, targets, failuresBlamed, failures);
        assertThat((double) blamed / targets).isLessThan(0.04);
        assertThat((double) failuresBlamed / failures).isGreaterThan(3.0 * blamed / targets);
    }
}
