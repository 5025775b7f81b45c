package dev.attune.generation.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.ConversationDraft.Preference;
import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attune's own JSON Lines, one authored conversation a row. Of its labels the outline is taken, which coverage counts; what
 * the author quotes or remarks is not read.
 */
@ApplicationScoped
class AttuneReader implements JsonRowReader {

    @Override
    public String format() {
        return "attune";
    }

    @Override
    public Reading read(JsonNode row) throws RowFault {
        JsonNode list = Fields.array(row, "", "turns");
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String place = "turns/" + i;
            turns.add(turn(Fields.object(list, i, place), place));
        }
        ConversationDraft draft = new ConversationDraft(
                Fields.optionalText(row, "", "id"),
                Fields.optionalText(row, "", "system"),
                List.of(),
                turns,
                Labels.of(row));
        // The draft has the form of the row.
        return Reading.ofLine(draft, pointer -> pointer.substring(1));
    }

    private static Turn turn(JsonNode turn, String place) throws RowFault {
        String client = Fields.text(turn, place, "client");
        List<Response> responses = new ArrayList<>();
        if (Fields.has(turn, "responses")) {
            JsonNode list = Fields.array(turn, place, "responses");
            for (int i = 0; i < list.size(); i++) {
                String at = place + "/responses/" + i;
                JsonNode response = Fields.object(list, i, at);
                responses.add(new Response(
                        Fields.text(response, at, "text"), generator(Fields.optionalText(response, at, "generator"))));
            }
        }
        return new Turn(client, responses, preferences(turn, place));
    }

    private static List<Preference> preferences(JsonNode turn, String place) throws RowFault {
        List<Preference> preferences = new ArrayList<>();
        if (Fields.has(turn, "preferences")) {
            JsonNode list = Fields.array(turn, place, "preferences");
            for (int i = 0; i < list.size(); i++) {
                String at = place + "/preferences/" + i;
                JsonNode preference = Fields.object(list, i, at);
                preferences.add(new Preference(
                        Fields.index(preference, at, "chosen"), Fields.index(preference, at, "rejected")));
            }
        }
        return preferences;
    }

    private static String generator(@Nullable String said) {
        return said == null ? Generators.AUTHOR : said;
    }
}
