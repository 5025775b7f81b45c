package dev.attune.generation.conversation;

import java.util.regex.Pattern;

/** The form of the name of what sends conversations: letters, digits and {@code . _ : @ / -}, at most 200. */
public final class SourceName {

    /** The form as a regular expression. */
    public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private SourceName() {}

    /** Whether a source can have this name. */
    public static boolean isValid(String name) {
        return PATTERN.matcher(name).matches();
    }
}
