package dev.attune.generation.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.generation.generator.PhraseBook.Family;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhraseBookTest {

    private final PhraseBook phrases = PhraseBook.load();

    @Test
    void shouldHaveVariety() {
        for (Family family : phrases.families()) {
            assertThat(family.openings()).as(family.code()).hasSizeGreaterThanOrEqualTo(8);
            assertThat(family.leads()).as(family.code()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(family.questions()).as(family.code()).hasSizeGreaterThanOrEqualTo(6);
        }
        assertThat(phrases.reflections()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(phrases.steps()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(statements()).doesNotHaveDuplicates();
    }

    @Test
    void shouldHoldNoFiguresAndAskOnlyInQuestions() {
        assertThat(statements())
                .noneMatch(phrase -> phrase.chars().anyMatch(Character::isDigit) || phrase.contains("?"));
        assertThat(questions())
                .allMatch(question -> question.endsWith("?") && question.indexOf('?') == question.length() - 1);
        assertThat(Stream.concat(phrases.reflections().stream(), phrases.anchors().stream()))
                .allMatch(phrase -> phrase.contains("{detail}"));
    }

    @Test
    void shouldFindTheFeelingByItsCues() {
        assertThat(feeling("I'm so ashamed, this is my fault")).isEqualTo("shame");
        assertThat(feeling("My mother died and the funeral was on Monday")).isEqualTo("grief");
        assertThat(feeling("I LIE AWAKE, I\u2019m terrified")).isEqualTo("fear");
        assertThat(feeling("What is a bond ladder?")).isEqualTo("plain");
        assertThat(feeling("Thanks, so happy, what a relief. I want to die")).isEqualTo("crisis");
    }

    @Test
    void shouldPreferConcreteClausesOfTheClient() {
        assertThat(Details.of("Hi. What should I do about it? I closed the app 3 times, and then I cleaned the oven."))
                .first()
                .isEqualTo("I closed the app 3 times");
        assertThat(Details.of("My dad talks about his \"runway\" a lot. We have $44,000.50 in savings, (I think so)"))
                .containsExactly("We have $44,000.50 in savings");
        assertThat(Details.of("Why?")).isEmpty();
        assertThat(Details.of("")).isEmpty();
    }

    private String feeling(String text) {
        return Cues.of(text).feeling(phrases.families()).code();
    }

    private List<String> statements() {
        return Stream.of(
                        phrases.families().stream().map(Family::openings),
                        phrases.families().stream().map(Family::leads),
                        phrases.families().stream().map(Family::steps),
                        phrases.topics().stream().map(PhraseBook.Topic::steps),
                        Stream.of(phrases.steps(), phrases.reflections(), phrases.anchors(), phrases.closings()))
                .flatMap(lists -> lists)
                .flatMap(List::stream)
                .toList();
    }

    private List<String> questions() {
        return phrases.families().stream()
                .map(Family::questions)
                .flatMap(List::stream)
                .toList();
    }
}
