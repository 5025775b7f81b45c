package dev.attune.model.document;

import dev.attune.model.conversation.Message;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * One turn: what the client says, what it shows, what the reply is to do, and the reply.
 *
 * @param id {@code fp_<persona>_<nnn>_turn<n>}
 * @param conversationId the conversation's, {@code fp_<persona>_<nnn>}
 * @param turnNumber its place, from 1
 * @param conversationMetadata who talks, and when in the talk
 * @param systemPrompt the whole advisor persona
 * @param conversationHistory the turns before, client and advisor in turns
 * @param currentUserInput what the client says
 * @param emotionalContext what it shows
 * @param responseStrategy what the reply is to do
 * @param targetResponse the reply
 * @param responseBreakdown the reply sentence by sentence
 * @param expectedUserResponsePatterns how the client may answer
 * @param trainingMetadata what is learnt from it
 */
public record TrainingPair(
        @Pattern(regexp = "^fp_[a-z]+_[0-9]{3}_turn[0-9]+$") String id,
        @Pattern(regexp = "^fp_[a-z]+_[0-9]{3}$") String conversationId,
        @Min(1) int turnNumber,
        PairMetadata conversationMetadata,
        String systemPrompt,
        List<Message> conversationHistory,
        String currentUserInput,
        EmotionalContext emotionalContext,
        ResponseStrategy responseStrategy,
        String targetResponse,
        ResponseBreakdown responseBreakdown,
        ResponsePatterns expectedUserResponsePatterns,
        TrainingMetadata trainingMetadata) {

    /**
     * Who talks, and when in the talk.
     *
     * @param clientPersona the archetype's code
     * @param clientBackground the person in a line
     * @param sessionContext what the talk is about
     * @param conversationPhase opening, exploring, working or closing
     * @param expectedOutcome where the conversation is to lead
     */
    public record PairMetadata(
            String clientPersona,
            String clientBackground,
            String sessionContext,

            @Pattern(regexp = "^(opening|exploring|working|closing)$")
            String conversationPhase,

            String expectedOutcome) {}

    /** What the client may say or do next, if the reply went well, left things as they were, or went wrong. */
    public record ResponsePatterns(
            @Size(min = 1) List<String> positiveIndicators,
            @Size(min = 1) List<String> neutralIndicators,
            @Size(min = 1) List<String> negativeIndicators) {}
}
