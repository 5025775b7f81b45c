package dev.attune.model.vertical;

import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The emotions of a vertical: families as spectra, and below them the states that conversations are labelled with
 * ({@code emotions.yaml}).
 *
 * @param families Goleman's eight
 * @param emotions the states
 */
public record Emotions(
        @Size(min = 8, max = 8) List<Family> families,
        @Size(min = 1) List<Emotion> emotions) {

    /**
     * A family of emotions as a spectrum.
     *
     * @param code its stable name
     * @param title its name for people
     * @param definition what its members share
     * @param low what it is called when it is weak
     * @param medium what it is called in between
     * @param high what it is called when it is strong
     */
    public record Family(String code, String title, String definition, String low, String medium, String high) {}

    /**
     * A state that a client can be in.
     *
     * @param code its stable name on the wire
     * @param family the family's code
     * @param definition what it is, where money is spoken of
     * @param valence whether it is pleasant
     * @param vad where it lies at medium intensity
     * @param names words that name it outright, in lower case; {@code *} stands for any ending
     * @param cues what clients say or do who are in it
     * @param examples sentences of clients
     * @param modifiers what changes how it shows
     * @param leadsTo states that often come next
     * @param intervene where in its course an advisor can do something
     * @param response the empathetic response that fits it
     */
    public record Emotion(
            String code,
            String family,
            String definition,
            Valence valence,
            Vad vad,
            @Size(min = 1) List<String> names,
            @Size(min = 3) List<String> cues,
            @Size(min = 2) List<String> examples,
            Modifiers modifiers,
            @Size(min = 1) List<String> leadsTo,
            String intervene,
            String response) {}

    /**
     * What changes how an emotion shows.
     *
     * @param cultural by where somebody comes from
     * @param contextual by the moment
     */
    public record Modifiers(String cultural, String contextual) {}
}
