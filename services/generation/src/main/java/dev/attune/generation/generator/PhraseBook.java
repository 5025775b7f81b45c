package dev.attune.generation.generator;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that the embedded composer chooses from. {@code {detail}} stands for words of the client.
 *
 * @param name the name and version of the composer that these phrases make
 * @param families what is said to a feeling; of equally strong ones the earlier counts, the last is for no feeling
 * @param topics small next steps by what the money is about
 * @param steps small next steps that fit everything
 * @param reflections how a validating answer gives the client's words back
 * @param anchors how a practical answer takes the client's words up
 * @param closings how a practical answer ends
 */
record PhraseBook(
        String name,
        List<Family> families,
        List<Topic> topics,
        List<String> steps,
        List<String> reflections,
        List<String> anchors,
        List<String> closings) {

    private static final String RESOURCE = "/generator/phrases.yaml";

    PhraseBook {
        families = List.copyOf(families);
        topics = List.copyOf(topics);
        steps = List.copyOf(steps);
        reflections = List.copyOf(reflections);
        anchors = List.copyOf(anchors);
        closings = List.copyOf(closings);
    }

    /**
     * What is said to a feeling.
     *
     * @param code the feeling
     * @param urgent whether a single cue of it outweighs every other feeling
     * @param cues words and runs of words that show it, as the tokeniser gives them
     * @param openings first sentences of a validating answer
     * @param leads first sentences of a practical answer
     * @param questions permission questions, one of which ends a validating answer
     * @param steps next steps that take the place of all others where this feeling is there
     */
    record Family(
            String code,
            boolean urgent,
            List<String> cues,
            List<String> openings,
            List<String> leads,
            List<String> questions,
            List<String> steps) {
        Family {
            cues = List.copyOf(cues);
            openings = List.copyOf(openings);
            leads = List.copyOf(leads);
            questions = List.copyOf(questions);
            steps = orEmpty(steps);
        }
    }

    /**
     * What the money is about.
     *
     * @param code the topic
     * @param cues words and runs of words that show it
     * @param steps small next steps
     */
    record Topic(String code, List<String> cues, List<String> steps) {
        Topic {
            cues = List.copyOf(cues);
            steps = List.copyOf(steps);
        }
    }

    /** The phrases that come with the service. */
    static PhraseBook load() {
        try (InputStream in = PhraseBook.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + RESOURCE);
            }
            return new YAMLMapper().readValue(in, PhraseBook.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
