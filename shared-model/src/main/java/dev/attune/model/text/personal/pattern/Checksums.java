package dev.attune.model.text.personal.pattern;

/** The check digits of numbers. All take digits alone, the IBAN letters too. */
final class Checksums {

    private static final int[] ROUTING_WEIGHTS = {3, 7, 1};

    private Checksums() {}

    /** Payment cards. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** An IBAN without blanks, upper-case. */
    static boolean iban(String iban) {
        String turned = iban.substring(4) + iban.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest == 1;
    }

    /** The routing number of a bank of the United States: nine digits. */
    static boolean routing(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += ROUTING_WEIGHTS[i % 3] * (digits.charAt(i) - '0');
        }
        return digits.length() == 9 && sum > 0 && sum % 10 == 0;
    }
}
