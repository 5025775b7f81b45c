package dev.attune.standalone.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of the fuzzer.
 *
 * @param index its place in the run; with the seed it tells how it was made
 * @param what how it was spoilt
 * @param target path and query as they go over the wire
 * @param chunked whether the body goes without its length
 */
record FuzzRequest(
        int index,
        String what,
        Operation operation,
        String method,
        String target,
        List<Map.Entry<String, String>> headers,
        byte @Nullable [] body,
        boolean chunked,
        Expectation expectation) {

    private static final int SHOWN = 400;

    /** As a command that does the same, shortened where it is long. */
    String asCommand() {
        StringBuilder command = new StringBuilder("curl -i -X " + method + " '$URL" + shortened(target) + "'");
        headers.forEach(header -> command.append(" -H '")
                .append(header.getKey())
                .append(": ")
                .append(
                        header.getKey().equals("Authorization")
                                ? claims(header.getValue())
                                : shortened(header.getValue()))
                .append("'"));
        if (chunked) {
            command.append(" -H 'Transfer-Encoding: chunked'");
        }
        if (body != null) {
            command.append(" --data-binary ").append(shown(body));
        }
        return command.toString();
    }

    /** A token is not worth its length; what it claims is. */
    private static String claims(String authorization) {
        String[] parts = authorization.split("\\.", -1);
        if (parts.length < 2 || !parts[1].matches("[A-Za-z0-9_-]+")) {
            return shortened(authorization);
        }
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return "Bearer $(token of " + claims.replaceAll(",\"(jti|iat|exp)\":[^,}]*", "") + ")";
    }

    private static String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean readable = text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c != 0xFFFD));
        return readable
                ? "'" + shortened(text) + "'"
                : "0x" + shortened(HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHOWN)));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…(" + text.length() + " characters)";
    }
}
