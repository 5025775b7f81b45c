package dev.attune.scoring.feature;

import java.util.List;

/** How a text is written: its length, its letters and its marks. */
public final class Style implements Describer {

    private static final List<String> NAMES = List.of(
            "words",
            "length",
            "letters",
            "capitals",
            "digits",
            "commas",
            "questions",
            "exclamations",
            "quotes",
            "stops");

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void describe(Document document, Scratch scratch, double[] into) {
        String text = document.text();
        int words = 0;
        int letters = 0;
        int capitals = 0;
        int digits = 0;
        int commas = 0;
        int questions = 0;
        int exclamations = 0;
        int quotes = 0;
        int stops = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetter(c);
            letters += letter ? 1 : 0;
            capitals += letter && Character.isUpperCase(c) ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
            words += letter && !inWord ? 1 : 0;
            inWord = letter || inWord && c == '\'';
            switch (c) {
                case ',', ';', ':' -> commas++;
                case '?' -> questions++;
                case '!' -> exclamations++;
                case '"' -> quotes++;
                case '.' -> stops++;
                default -> {}
            }
        }
        double perWord = 1.0 / (words + 5);
        into[0] = Math.log1p(words);
        into[1] = Math.sqrt(words) / 5;
        into[2] = letters * perWord / 5;
        into[3] = (double) capitals / (letters + 10);
        into[4] = Math.log1p(digits);
        into[5] = commas * perWord * 5;
        into[6] = Math.log1p(questions);
        into[7] = Math.log1p(exclamations);
        into[8] = Math.log1p(quotes);
        into[9] = stops * perWord * 5;
    }
}
