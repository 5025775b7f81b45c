package dev.attune.scoring.finding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.attune.scoring.feature.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be seen in a reply that shows a skill, for those skills that can be seen: data, {@code rules/skills.yaml}. */
public final class SkillSigns {

    private static final String QUESTION = "question";
    private static final String NUMBER = "number";
    private static final String ECHO = "echo";
    private static final int LONG_WORD = 5;

    private final Map<String, Set<String>> alternatives = new HashMap<>();
    private final Phrases<String> phrases = new Phrases<>();

    private SkillSigns(Map<String, String> signs) {
        signs.forEach((skill, lines) -> {
            Set<String> kinds = new HashSet<>();
            for (String line : Rule.lines(lines)) {
                if (line.equals("(question)")) {
                    kinds.add(QUESTION);
                } else if (line.equals("(number)")) {
                    kinds.add(NUMBER);
                } else if (line.equals("(echo)")) {
                    kinds.add(ECHO);
                } else {
                    phrases.add(line, skill);
                }
            }
            alternatives.put(skill, kinds);
        });
    }

    /** Reads them from a resource on the class path: by skill, one sign a line; a pattern, or (question), (number), (echo). */
    public static SkillSigns of(String resource) {
        try (InputStream in = SkillSigns.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + resource);
            }
            return new SkillSigns(new YAMLMapper().readValue(in, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Whether a skill that can be seen is not to be seen in a reply. */
    boolean isMissing(String skill, Spoken reply, Spoken client) {
        Set<String> kinds = alternatives.get(skill);
        if (kinds == null) {
            return false;
        }
        List<String> tokens = reply.tokens();
        boolean seen = kinds.contains(QUESTION) && tokens.contains("?")
                || kinds.contains(NUMBER) && tokens.stream().anyMatch(token -> Character.isDigit(token.charAt(0)))
                || kinds.contains(ECHO) && echoes(tokens, client)
                || phrases.in(tokens).stream().anyMatch(hit -> hit.meaning().equals(skill));
        return !seen;
    }

    private static boolean echoes(List<String> tokens, Spoken client) {
        Set<String> theirs = new HashSet<>(client.tokens());
        return tokens.stream().anyMatch(token -> token.length() >= LONG_WORD && theirs.contains(token));
    }
}
