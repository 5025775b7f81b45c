package dev.attune.standalone.fuzz;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came back; status 0 where nothing did, and the body then says why.
 *
 * @param millis from sending the request to having the whole answer
 */
record Answer(int status, HttpHeaders headers, byte[] body, long millis) {

    static Answer none(Throwable reason, long millis) {
        byte[] text = String.valueOf(reason).getBytes(StandardCharsets.UTF_8);
        return new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), text, millis);
    }

    /** The media type without parameters; empty where there is none. */
    String mediaType() {
        String type = headers.firstValue("content-type").orElse("");
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
