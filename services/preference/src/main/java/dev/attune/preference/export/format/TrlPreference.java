package dev.attune.preference.export.format;

import dev.attune.model.conversation.Message;
import dev.attune.preference.export.ExportFormat;
import dev.attune.preference.export.ExportRow;
import dev.attune.preference.export.ExportRow.Answer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * TRL's conversational preference format with an explicit prompt, for DPO, CPO, ORPO and reward models. It has nothing
 * but what is learnt from: trainers take further columns for data, or fail on them.
 */
@Singleton
class TrlPreference implements ExportFormat {

    private record Line(List<Message> prompt, List<Message> chosen, List<Message> rejected) {}

    @Override
    public String name() {
        return "trl-preference";
    }

    @Override
    public String mediaType() {
        return JsonLine.MEDIA_TYPE;
    }

    @Override
    public String extension() {
        return JsonLine.EXTENSION;
    }

    @Override
    public void write(ExportRow row, OutputStream out) throws IOException {
        JsonLine.write(new Line(row.prompt(), said(row.chosen()), said(row.rejected())), out);
    }

    private static List<Message> said(Answer answer) {
        return List.of(Message.assistant(answer.text()));
    }
}
