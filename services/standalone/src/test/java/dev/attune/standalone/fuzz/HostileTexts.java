package dev.attune.standalone.fuzz;

import java.util.List;
import java.util.Random;

/** Texts that have broken somebody's service. */
final class HostileTexts {

    private static final List<String> SHORT = List.of(
            "",
            " ",
            "\t\n\r",
            "\u0000",
            "a\u0000b",
            "\u0001\u0002\u001b[31m",
            "\u007f\u0080\u009f",
            "\ud800",
            "\udfff tail",
            "a\udc00\ud800b",
            "\u202eevil\u202c",
            "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
            "\ud83d\ude31\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "e\u0301\u0301\u0301\u0301\u0301\u0301",
            "\ufeffbom",
            "\ufffe\uffff",
            "\u2028\u2029",
            "\u00a0\u2003",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "@SUM(1+1)",
            "' or '1'='1",
            "'; drop table dead_letter; --",
            "%' escape '!",
            "$1",
            "$$;select pg_sleep(9);$$",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "file:///etc/passwd",
            "${jndi:ldap://127.0.0.1/a}",
            "#{1+1}",
            "{{7*7}}",
            "%s%n%x%d",
            "%00",
            "null",
            "undefined",
            "NaN",
            "true",
            "-1",
            "0x1F",
            "1e309",
            "\\",
            "\\u0000",
            "a,b;c|d",
            "[]",
            "{}",
            "*",
            "--",
            "\r\nSet-Cookie: a=b",
            "Ⅷ①²",
            "ﬀİıſK");

    private HostileTexts() {}

    static String any(Random random) {
        return random.nextInt(12) == 0 ? longOne(random) : SHORT.get(random.nextInt(SHORT.size()));
    }

    /** Around the limits that the platform has: 63, 100, 200, 2000 characters and 32 KiB. */
    static String longOne(Random random) {
        int[] lengths = {64, 101, 201, 2_001, 8_193, 32_768, 32_769, 40_000, 70_000};
        int length = lengths[random.nextInt(lengths.length)];
        return switch (random.nextInt(4)) {
            case 0 -> "a".repeat(length);
            case 1 -> "\u20ac".repeat(length / 3 + 1);
            case 2 -> "\ud83d\ude31".repeat(length / 4 + 1);
            default -> " ".repeat(length);
        };
    }
}
