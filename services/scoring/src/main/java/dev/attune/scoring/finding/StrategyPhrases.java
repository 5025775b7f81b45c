package dev.attune.scoring.finding;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * How strategies show in words, as patterns of {@link dev.attune.scoring.feature.Phrases}.
 *
 * @param plan a plan, an instruction or a proposal
 * @param cheer cheering up, making light
 * @param question a plain question of a client
 * @param answer an answer without a figure, or an honest "I don't know"
 * @param meeting a feeling that is met
 */
public record StrategyPhrases(
        List<String> plan, List<String> cheer, List<String> question, List<String> answer, List<String> meeting) {

    private record File(String plan, String cheer, String question, String answer, String meeting) {}

    public StrategyPhrases {
        plan = List.copyOf(plan);
        cheer = List.copyOf(cheer);
        question = List.copyOf(question);
        answer = List.copyOf(answer);
        meeting = List.copyOf(meeting);
    }

    /** Reads them from a resource on the class path. */
    public static StrategyPhrases of(String resource) {
        try (InputStream in = StrategyPhrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + resource);
            }
            File file = new YAMLMapper().readValue(in, File.class);
            return new StrategyPhrases(
                    Rule.lines(file.plan()),
                    Rule.lines(file.cheer()),
                    Rule.lines(file.question()),
                    Rule.lines(file.answer()),
                    Rule.lines(file.meeting()));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
