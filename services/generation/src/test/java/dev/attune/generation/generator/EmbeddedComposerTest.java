package dev.attune.generation.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.SeedCorpus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EmbeddedComposerTest {

    private static final Pattern FIGURE = Pattern.compile("\\d+");

    private final EmbeddedComposer composer = new EmbeddedComposer();

    @Test
    void shouldGiveTwoAnswersOfDifferentPlans() {
        for (String text : clients()) {
            List<Draft> drafts = composer.candidates(turn(text));
            assertThat(drafts).extracting(Draft::strategy).containsExactly("validate-first", "steps-first");
            assertThat(drafts.get(0).text()).isNotEqualTo(drafts.get(1).text());
            assertThat(composer.candidates(turn(text))).isEqualTo(drafts);
        }
        assertThat(composer.name()).isEqualTo("embedded-composer-1");
    }

    @Test
    void shouldAskOneThingAtATimeAndPromiseNothing() {
        for (String text : clients()) {
            List<Draft> drafts = composer.candidates(turn(text));
            assertThat(drafts.get(0).text().chars().filter(c -> c == '?').count())
                    .isEqualTo(1);
            assertThat(drafts.get(0).text()).endsWith("?");
            assertThat(drafts.get(1).text()).doesNotContain("?");
            for (Draft draft : drafts) {
                assertThat(draft.text())
                        .doesNotContain("{")
                        .doesNotContainIgnoringCase("guarantee")
                        .hasSizeLessThan(700);
            }
        }
    }

    @Test
    void shouldInventNoFigures() {
        for (String text : clients()) {
            for (Draft draft : composer.candidates(turn(text))) {
                Matcher figures = FIGURE.matcher(draft.text());
                while (figures.find()) {
                    assertThat(text).contains(figures.group());
                }
            }
        }
    }

    @Test
    void shouldGiveTheClientsOwnWordsBack() {
        String text = "Honestly? I hid the statements under the car seat. I'm so ashamed of it.";
        Draft draft = composer.candidates(turn(text)).getFirst();
        assertThat(draft.text()).contains("\"I hid the statements under the car seat\"");
    }

    @Test
    void shouldNotReadAlike() {
        List<String> texts = clients().subList(0, 20).stream()
                .flatMap(text -> composer.candidates(turn(text)).stream())
                .map(Draft::text)
                .toList();
        Map<String, Long> sentences = texts.stream()
                .flatMap(text -> Pattern.compile("(?<=[.?!]) ").splitAsStream(text))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(texts).doesNotHaveDuplicates();
        assertThat(sentences.values()).allMatch(count -> count <= 6);
        assertThat(texts.stream().map(text -> text.substring(0, 15)).distinct().count())
                .isGreaterThan(20);
    }

    @Test
    void shouldNotRepeatItselfInOneConversation() {
        List<Message> said = new ArrayList<>();
        Map<String, Integer> openings = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            String answer = composer.candidates(new TurnContext(said, "I'm scared"))
                    .getFirst()
                    .text();
            openings.merge(answer, 1, Integer::sum);
            said.add(Message.user("I'm scared"));
            said.add(Message.assistant(answer));
        }
        assertThat(openings).hasSize(8);
    }

    @Test
    void shouldPutSafetyBeforeMoney() {
        List<Draft> drafts = composer.candidates(turn("The debt is 40000 and I want to die, happy now, thanks a lot."));
        assertThat(drafts.get(1).text())
                .containsAnyOf("crisis line", "emergency number", "another person", "one person");
        assertThat(drafts).noneMatch(draft -> draft.text().contains("40000"));
    }

    @Test
    void shouldAnswerWhateverIsSaid() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(1 + random.nextInt(200), 1, 0x2FFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            List<Draft> drafts = composer.candidates(turn(text));
            assertThat(drafts.get(0).text())
                    .isNotBlank()
                    .isNotEqualTo(drafts.get(1).text());
        }
        assertThat(composer.candidates(turn("?"))).hasSize(2);
    }

    private static TurnContext turn(String text) {
        return new TurnContext(List.of(), text);
    }

    private static List<String> clients() {
        return SeedCorpus.pilot().conversations().stream()
                .flatMap(conversation -> conversation.turns().stream())
                .map(AuthoredConversation.Turn::client)
                .toList();
    }
}
