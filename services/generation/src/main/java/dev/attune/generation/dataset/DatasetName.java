package dev.attune.generation.dataset;

import java.util.regex.Pattern;

/** The form of a dataset's name: lower-case letters, digits and hyphens, at most 63, no hyphen first. */
public final class DatasetName {

    /** The form as a regular expression. */
    public static final String FORM = "[a-z0-9][a-z0-9-]{0,62}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private DatasetName() {}

    /** Whether a dataset could have this name. */
    public static boolean isValid(String name) {
        return PATTERN.matcher(name).matches();
    }
}
