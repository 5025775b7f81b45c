package dev.attune.scoring.finding;

import java.util.List;

/** All validators together. */
public final class Validators {

    private final List<Validator> all;

    Validators(List<Validator> all) {
        this.all = List.copyOf(all);
    }

    /** What they find, validator by validator. */
    public List<Finding> validate(Exchange exchange) {
        return all.stream()
                .flatMap(validator -> validator.validate(exchange).stream())
                .toList();
    }
}
