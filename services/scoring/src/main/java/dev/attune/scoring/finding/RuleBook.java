package dev.attune.scoring.finding;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.attune.scoring.feature.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules of what a reply must not say, as data ({@code verticals/…/rules/*.yaml}). All rules are looked for in one pass over each
 * sentence's words.
 */
public final class RuleBook implements Validator {

    private static final int LONGEST_QUOTE = 300;

    /** Which part of which rule a pattern is of. */
    private record Part(int rule, boolean innocent) {}

    private record File(List<Rule> rules) {}

    private final List<Rule> rules;
    private final Phrases<Part> sentences = new Phrases<>();
    private final Phrases<Integer> clients = new Phrases<>();
    private final Phrases<Integer> anywhere = new Phrases<>();

    private RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (int rule = 0; rule < rules.size(); rule++) {
            add(rule, rules.get(rule));
        }
    }

    /**
     * Reads rules.
     *
     * @param files resources on the class path
     * @throws IllegalArgumentException where a rule cannot be used; it names the rule
     */
    public static RuleBook of(List<String> files) {
        List<Rule> rules = new ArrayList<>();
        for (String file : files) {
            try (InputStream in = RuleBook.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("missing from the class path: " + file);
                }
                rules.addAll(new YAMLMapper().readValue(in, File.class).rules());
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
        return new RuleBook(rules);
    }

    static RuleBook parse(String yaml) throws IOException {
        return new RuleBook(new YAMLMapper().readValue(yaml, File.class).rules());
    }

    private void add(int number, Rule rule) {
        try {
            rule.level();
            if (rule.says() == null && rule.client() == null) {
                throw new IllegalArgumentException("it says neither what the reply nor what the client says");
            }
            Rule.lines(rule.says()).forEach(pattern -> sentences.add(pattern, new Part(number, false)));
            Rule.lines(rule.unless()).forEach(pattern -> sentences.add(pattern, new Part(number, true)));
            Rule.lines(rule.client()).forEach(pattern -> clients.add(pattern, number));
            Rule.lines(rule.absent()).forEach(pattern -> anywhere.add(pattern, number));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rule " + rule.code() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<Finding> validate(Exchange exchange) {
        BitSet told = new BitSet();
        clients.in(exchange.client().tokens()).forEach(hit -> told.set(hit.meaning()));
        List<Finding> findings = new ArrayList<>();
        for (int reply = 0; reply < exchange.replies().size(); reply++) {
            find(reply, exchange.replies().get(reply).said(), exchange.client().text(), told, findings);
        }
        return findings;
    }

    private void find(int reply, Spoken said, String client, BitSet told, List<Finding> findings) {
        @Nullable String[] words = new String[rules.size()];
        BitSet present = new BitSet();
        for (Spoken.Sentence sentence : said.sentences()) {
            List<String> tokens = sentence.tokens();
            BitSet guilty = new BitSet();
            BitSet innocent = new BitSet();
            sentences
                    .in(tokens)
                    .forEach(hit -> (hit.meaning().innocent() ? innocent : guilty)
                            .set(hit.meaning().rule()));
            guilty.andNot(innocent);
            guilty.stream().filter(rule -> words[rule] == null).forEach(rule -> words[rule] = sentence.text());
            anywhere.in(tokens).forEach(hit -> present.set(hit.meaning()));
        }
        for (int number = 0; number < rules.size(); number++) {
            Rule rule = rules.get(number);
            String quote = rule.says() == null ? client : words[number];
            if (quote != null && (rule.client() == null || told.get(number)) && !present.get(number)) {
                findings.add(new Finding(rule.code(), rule.level(), reply, quote(quote), rule.why()));
            }
        }
    }

    private static String quote(String words) {
        return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "\u2026";
    }

    /** The codes of its rules. */
    public List<String> codes() {
        return rules.stream().map(Rule::code).toList();
    }
}
