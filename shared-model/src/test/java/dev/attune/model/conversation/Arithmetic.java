package dev.attune.model.conversation;

/** Evaluates sums of numbers with + - * / and brackets. */
final class Arithmetic {

    private final String text;
    private int place;

    private Arithmetic(String text) {
        this.text = text.replace(" ", "");
    }

    /** @throws IllegalArgumentException for what is no such sum */
    static double value(String text) {
        Arithmetic arithmetic = new Arithmetic(text);
        double value = arithmetic.sum();
        if (arithmetic.place != arithmetic.text.length()) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (place < text.length() && (text.charAt(place) == '+' || text.charAt(place) == '-')) {
            value = text.charAt(place++) == '+' ? value + product() : value - product();
        }
        return value;
    }

    private double product() {
        double value = factor();
        while (place < text.length() && (text.charAt(place) == '*' || text.charAt(place) == '/')) {
            value = text.charAt(place++) == '*' ? value * factor() : value / factor();
        }
        return value;
    }

    private double factor() {
        if (place < text.length() && text.charAt(place) == '-') {
            place++;
            return -factor();
        }
        if (place < text.length() && text.charAt(place) == '(') {
            place++;
            double value = sum();
            place++;
            return value;
        }
        int start = place;
        while (place < text.length() && (Character.isDigit(text.charAt(place)) || text.charAt(place) == '.')) {
            place++;
        }
        return Double.parseDouble(text.substring(start, place));
    }
}
