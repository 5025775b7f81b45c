package dev.attune.model.vertical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.model.strict.Breach;
import dev.attune.model.strict.BreachException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerticalTest {

    private static final List<String> FILES = List.of(
            "emotions.yaml",
            "strategies.yaml",
            "failed-strategies.yaml",
            "topics.yaml",
            "personas.yaml",
            "indicators.yaml",
            "facts-us-2026.yaml",
            "coverage.yaml",
            "rubric.yaml");

    @TempDir
    Path folder;

    @BeforeEach
    void copyFinance() throws IOException {
        for (String file : FILES) {
            try (InputStream in = Vertical.class.getResourceAsStream("/verticals/finance/" + file)) {
                Files.write(folder.resolve(file), in.readAllBytes());
            }
        }
    }

    @Test
    void shouldHoldWhatTheFinanceVerticalIsMadeOf() {
        Vertical finance = Vertical.finance();

        assertThat(finance.emotions().families()).hasSize(8);
        assertThat(finance.emotions().emotions()).hasSizeGreaterThan(40);
        assertThat(finance.strategies().strategies()).hasSizeGreaterThanOrEqualTo(18);
        assertThat(finance.strategies().strategies().stream()
                        .map(Strategies.Strategy::category)
                        .collect(Collectors.toSet()))
                .hasSize(7);
        assertThat(finance.failedStrategies().failedStrategies()).hasSize(14);
        assertThat(finance.topics().topics()).hasSize(25);
        assertThat(finance.personas().archetypes()).hasSize(20);
        assertThat(finance.targets().combinations()).hasSize(20).doesNotHaveDuplicates();
        assertThat(finance.version()).matches("finance@[0-9a-f]{12}");
    }

    @Test
    void shouldSpanAgesAndLiteracy() {
        List<Personas.Archetype> archetypes = Vertical.finance().personas().archetypes();

        assertThat(archetypes.stream().map(Personas.Archetype::ageBand).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("25-30", "31-40", "41-50", "51-60", "60+");
        assertThat(archetypes.stream().map(Personas.Archetype::literacy).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Personas.Literacy.values());
        assertThat(archetypes.stream().map(Personas.Archetype::belief).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(MoneyBelief.values());
    }

    @Test
    void shouldBeAnotherVersionWithAnotherText() throws IOException {
        Vertical first = Vertical.load(folder);
        replace("topics.yaml", "Being found out.", "Being found out at last.");
        Vertical second = Vertical.load(folder);

        assertThat(first.hash()).isEqualTo(Vertical.finance().hash());
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(second.name()).isEqualTo(String.valueOf(folder.getFileName()));
    }

    @Test
    void shouldNameFileAndKeyOfEveryReferenceThatLeadsNowhere() throws IOException {
        replace("strategies.yaml", "emotions: [shame, grief, anxiety", "emotions: [shame, greif, anxiety");
        replace("coverage.yaml", "[redirect-regret, concrete-steps]", "[redirect-regret, concrete-step]");
        replace("emotions.yaml", "family: disgust", "family: distaste");

        assertThatThrownBy(() -> Vertical.load(folder))
                .isInstanceOf(BreachException.class)
                .hasMessageContaining(
                        "strategies.yaml /strategies/0/fits/emotions/1: names an unknown emotion, 'greif'")
                .hasMessageContaining("coverage.yaml /combinations/10/1: names an unknown strategy, 'concrete-step'")
                .hasMessageContaining("emotions.yaml /emotions/")
                .hasMessageContaining("names an unknown emotion family, 'distaste'");
    }

    @Test
    void shouldNameFileAndKeyOfEveryBreachOfForm() throws IOException {
        replace("personas.yaml", "age: 38", "age: thirty-eight");
        replace("personas.yaml", "literacy: medium", "literacy: middling");
        replace("indicators.yaml", "title: Loss", "titel: Loss");

        assertThatThrownBy(() -> Vertical.load(folder))
                .isInstanceOfSatisfying(
                        BreachException.class,
                        refusal -> assertThat(refusal.breaches())
                                .extracting(Breach::pointer)
                                .contains(
                                        "/archetypes/0/age",
                                        "/archetypes/0/literacy",
                                        "/indicators/8/title",
                                        "/indicators/8/titel"))
                .hasMessageContaining("indicators.yaml /indicators/8/titel: is no field of this format")
                .hasMessageContaining("personas.yaml /archetypes/0/literacy: must be one of low, medium, high");
    }

    @Test
    void shouldRefuseADefinitionMadeTwice() throws IOException {
        replace("indicators.yaml", "code: bodily", "code: loss");

        assertThatThrownBy(() -> Vertical.load(folder))
                .hasMessage("indicators.yaml /indicators/9: 'loss' is defined twice");
    }

    @Test
    void shouldRefuseAFileThatCannotBeParsedWithItsLine() throws IOException {
        replace("topics.yaml", "topics:", "topics: [");

        assertThatThrownBy(() -> Vertical.load(folder))
                .hasMessageStartingWith("topics.yaml /: cannot be parsed, line ");
    }

    private void replace(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }
}
