package dev.attune.scoring.finding;

import dev.attune.model.text.Tokens;
import dev.attune.model.vertical.Personas.Archetype;
import dev.attune.model.vertical.Topics.Topic;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Phrases;
import dev.attune.scoring.finding.Exchange.Stated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what metadata state of a turn against what is said in it. */
public final class MetadataAccuracy implements Validator {

    private static final int PLAINLY = 4;
    private static final int AGES_NEAR = 8;
    private static final int SHORTEST_WORD = 4;
    private static final int FEWEST_WORDS = 4;
    /** Cues that say something else more often. */
    private static final Set<String> EVERYDAY = Set.of(
            "will",
            "down",
            "month",
            "return",
            "trust",
            "claim",
            "offer",
            "raise",
            "family",
            "bill",
            "fake",
            "exercise",
            "grant",
            "permission",
            "clarity",
            "concern",
            "love",
            "track",
            "fired");

    private static final Set<String> SAYING_NOTHING = Set.of(
            "good",
            "great",
            "nice",
            "response",
            "reply",
            "be",
            "helpful",
            "the",
            "a",
            "an",
            "to",
            "client",
            "answer",
            "well",
            "learn",
            "how",
            "respond",
            "empathy",
            "show",
            "better",
            "quality",
            "high",
            "example",
            "of",
            "and",
            "give",
            "help",
            "support",
            "various",
            "skills",
            "conversation",
            "proper",
            "appropriate",
            "understand",
            "use",
            "training",
            "advisor",
            "with",
            "user",
            "things",
            "improve");

    private final Vertical vertical;
    private final Phrases<String> topics = new Phrases<>();
    private final Map<String, String> topicNames = new HashMap<>();
    private final Map<String, Archetype> archetypes = new HashMap<>();
    private final Map<String, String> skills = new HashMap<>();
    private final SkillSigns signs;
    private final EmotionWords emotions;

    public MetadataAccuracy(Vertical vertical, SkillSigns signs) {
        this.vertical = vertical;
        this.signs = signs;
        this.emotions = new EmotionWords(vertical);
        for (Topic topic : vertical.topics().topics()) {
            Stream.concat(topic.cues().stream(), Stream.of(topic.title()))
                    .map(String::toLowerCase)
                    .distinct()
                    .forEach(cue -> addCue(cue, topic.code()));
            topicNames.put(normal(topic.code()), topic.code());
            topicNames.put(normal(topic.title()), topic.code());
        }
        vertical.personas().archetypes().forEach(archetype -> {
            archetypes.put(normal(archetype.code()), archetype);
            archetypes.put(normal(archetype.name()), archetype);
        });
        vertical.strategies().strategies().forEach(strategy -> skills.put(normal(strategy.code()), strategy.code()));
        vertical.strategies().skills().forEach(skill -> {
            skills.put(normal(skill.code()), skill.code());
            skills.put(normal(skill.title()), skill.code());
        });
    }

    /** Also in the plural. */
    private void addCue(String cue, String topic) {
        List<String> words = Tokens.of(cue);
        if (!words.isEmpty() && !EVERYDAY.contains(cue)) {
            topics.add(String.join(" ", words), topic);
            String last = words.getLast();
            if (!last.endsWith("s") && last.length() >= SHORTEST_WORD) {
                topics.add(String.join(" ", words) + "s", topic);
            }
        }
    }

    private static String normal(String name) {
        return String.join(" ", Tokens.of(name.replace('-', ' ').replace('_', ' ')));
    }

    @Override
    public List<Finding> validate(Exchange exchange) {
        Stated stated = exchange.stated();
        if (stated == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        List<String> all = Stream.of(
                        exchange.history().stream().map(message -> Tokens.of(message.content())),
                        Stream.of(exchange.client().tokens()),
                        exchange.replies().stream().map(reply -> reply.said().tokens()))
                .flatMap(each -> each)
                .flatMap(List::stream)
                .toList();
        Map<String, Long> heard = count(all);
        String topic = topic(stated.topic(), heard, findings);
        persona(stated.persona(), exchange, findings);
        for (String skill : stated.skills()) {
            skill(skill, exchange, findings);
        }
        objective(stated.objective(), topic, exchange, all, heard, findings);
        return findings;
    }

    private Map<String, Long> count(List<String> tokens) {
        return topics.in(tokens).stream().collect(Collectors.groupingBy(Phrases.Hit::meaning, Collectors.counting()));
    }

    private @Nullable String topic(@Nullable String stated, Map<String, Long> heard, List<Finding> findings) {
        if (stated == null || stated.isBlank()) {
            return null;
        }
        String code = topicNames.get(normal(stated));
        if (code == null) {
            code = count(Tokens.of(stated)).entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }
        if (code == null) {
            findings.add(new Finding("unknown-topic", Severity.NOTE, null, stated, "The taxonomy has no such topic."));
            return null;
        }
        Optional<Map.Entry<String, Long>> most = heard.entrySet().stream().max(Map.Entry.comparingByValue());
        if (heard.getOrDefault(code, 0L) == 0 && most.isPresent() && most.get().getValue() >= PLAINLY) {
            findings.add(new Finding(
                    "topic-mismatch",
                    Severity.WARNING,
                    null,
                    stated,
                    "Nothing is said about it; the talk is about " + most.get().getKey() + "."));
        }
        return code;
    }

    private void persona(@Nullable String stated, Exchange exchange, List<Finding> findings) {
        if (stated == null || stated.isBlank()) {
            return;
        }
        Archetype archetype = archetypes.get(normal(stated));
        if (archetype == null) {
            findings.add(
                    new Finding("unknown-persona", Severity.NOTE, null, stated, "No archetype has this code or name."));
            return;
        }
        List<String> tokens = Stream.concat(
                        exchange.history().stream()
                                .filter(message -> message.role() == dev.attune.model.conversation.Role.USER)
                                .flatMap(message -> Tokens.of(message.content()).stream()),
                        exchange.client().tokens().stream())
                .toList();
        contradiction(archetype, tokens)
                .ifPresent(words -> findings.add(new Finding(
                        "persona-mismatch",
                        Severity.WARNING,
                        null,
                        words,
                        "The client is not " + archetype.name() + ", who is " + archetype.age() + ": "
                                + archetype.life() + ".")));
    }

    /** Words of the client that the archetype could not say. */
    private static Optional<String> contradiction(Archetype archetype, List<String> tokens) {
        String life = archetype.life().toLowerCase(Locale.ROOT);
        boolean married = life.contains("married") && !life.contains("never married") && !life.contains("unmarried");
        boolean alone = life.contains("single") || life.contains("divorced");
        for (int i = 0; i + 1 < tokens.size(); i++) {
            String here = tokens.get(i);
            String next = tokens.get(i + 1);
            boolean self = here.equals("i'm")
                    || (here.equals("am") && i > 0 && tokens.get(i - 1).equals("i"));
            if (self && next.matches("[1-9][0-9]") && Math.abs(Integer.parseInt(next) - archetype.age()) > AGES_NEAR) {
                boolean age = i + 2 >= tokens.size()
                        || !Set.of(
                                        "minutes",
                                        "days",
                                        "weeks",
                                        "months",
                                        "percent",
                                        "miles",
                                        "hours",
                                        "payments",
                                        "thousand")
                                .contains(tokens.get(i + 2));
                if (age) {
                    return Optional.of(here + " " + next);
                }
            }
            if (here.equals("my")
                    && Set.of("wife", "husband").contains(next)
                    && alone
                    && !life.contains("husband")
                    && !life.contains("wife")) {
                return Optional.of(here + " " + next);
            }
            if (self
                    && married
                    && Set.of("single", "divorced", "widowed", "unmarried").contains(next)) {
                return Optional.of(here + " " + next);
            }
        }
        return Optional.empty();
    }

    private void skill(String stated, Exchange exchange, List<Finding> findings) {
        String code = skills.get(normal(stated));
        if (code == null) {
            findings.add(new Finding(
                    "skill-is-no-skill",
                    Severity.BREACH,
                    null,
                    stated,
                    "Neither a strategy nor a skill of the taxonomy."));
            return;
        }
        for (int reply = 0; reply < exchange.replies().size(); reply++) {
            if (signs.isMissing(code, exchange.replies().get(reply).said(), exchange.client())) {
                findings.add(new Finding(
                        "skill-not-shown", Severity.WARNING, reply, stated, "The reply shows no sign of it."));
                return;
            }
        }
    }

    private void objective(
            @Nullable String stated,
            @Nullable String topic,
            Exchange exchange,
            List<String> all,
            Map<String, Long> heard,
            List<Finding> findings) {
        List<String> words = stated == null ? List.of() : Tokens.of(stated);
        long telling =
                words.stream().filter(word -> !SAYING_NOTHING.contains(word)).count();
        if (stated == null || telling == 0 || (words.size() < FEWEST_WORDS && telling < 2)) {
            findings.add(new Finding(
                    "empty-objective",
                    Severity.NOTE,
                    null,
                    stated == null ? "" : stated,
                    "It does not say what is to be learnt."));
            return;
        }
        Set<String> spoken = new HashSet<>(all);
        Set<String> about = count(words).keySet();
        boolean otherTopic =
                !about.isEmpty() && about.stream().noneMatch(code -> code.equals(topic) || heard.containsKey(code));
        Set<String> felt = exchange.now().emotions().stream()
                .map(each -> family(each.emotion()))
                .collect(Collectors.toSet());
        boolean otherEmotion = emotions.in(words).stream()
                .filter(named -> !named.denied()
                        && named.words().equals(named.emotion().code())
                        && !EVERYDAY.contains(named.words()))
                .anyMatch(named -> !felt.contains(family(named.emotion().code())) && !spoken.contains(named.words()));
        if (otherTopic || otherEmotion) {
            findings.add(new Finding(
                    "objective-mismatch",
                    Severity.WARNING,
                    null,
                    stated,
                    otherTopic
                            ? "It speaks of a topic that the turn does not have."
                            : "It speaks of an emotion that the turn does not have."));
        }
    }

    private String family(String emotion) {
        return vertical.emotion(emotion).map(each -> each.family()).orElse(emotion);
    }
}
