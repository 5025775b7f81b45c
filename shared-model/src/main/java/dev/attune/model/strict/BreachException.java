package dev.attune.model.strict;

import java.util.List;
import java.util.stream.Collectors;

/** A document that breaks the rules of its format, with every breach. */
public final class BreachException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Breach> breaches;

    private BreachException(List<Breach> breaches, String message) {
        super(message);
        this.breaches = List.copyOf(breaches);
    }

    /**
     * @param document its name: a file, say
     * @param breaches at least one
     */
    public BreachException(String document, List<Breach> breaches) {
        this(breaches, breaches.stream().map(breach -> document + " " + breach).collect(Collectors.joining("\n")));
    }

    /** The refusals of several documents as one. */
    public static BreachException all(List<BreachException> refusals) {
        return new BreachException(
                refusals.stream()
                        .flatMap(refusal -> refusal.breaches().stream())
                        .toList(),
                refusals.stream().map(BreachException::getMessage).collect(Collectors.joining("\n")));
    }

    public List<Breach> breaches() {
        return breaches;
    }
}
