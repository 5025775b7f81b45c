package dev.attune.generation.conversation;

/**
 * What a look at every character of a text tells.
 *
 * @param bytes its length in UTF-8
 * @param storable whether the database can hold it: no NUL, no half of a surrogate pair
 */
record TextCheck(long bytes, boolean storable) {

    static TextCheck of(String text) {
        long bytes = 0;
        boolean storable = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
                continue;
            }
            storable &= c != 0 && !Character.isSurrogate(c);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return new TextCheck(bytes, storable);
    }
}
