package dev.attune.preference.pair.rest;

import dev.attune.foundation.problem.ProblemException;
import dev.attune.preference.pair.Coded;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a query parameter that is a code; JAX-RS itself would answer an unknown one with 404. */
final class CodeParameter {

    private CodeParameter() {}

    /** The value of the code; null where the parameter is absent; a problem where the code is unknown. */
    static <E extends Enum<E> & Coded> @Nullable E parse(Class<E> type, String parameter, @Nullable String code) {
        if (code == null) {
            return null;
        }
        return Coded.find(type, code)
                .orElseThrow(() -> ProblemException.validation(parameter, "must be one of " + codes(type)));
    }

    private static <E extends Enum<E> & Coded> String codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "));
    }
}
