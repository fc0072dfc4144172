package se.fixpunkt.alarms.receiver.webhook;

import jakarta.json.JsonException;
import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.InvalidValue;

/** What came of reading a body: a message, or the answer that says what is wrong with it. */
record Reading(Optional<Message> message, Optional<Answer> problem) {
    static Reading of(Bytes body, Instant now) {
        try {
            return new Reading(Optional.of(MessageReader.read(body, now)), Optional.empty());
        } catch (InvalidValue invalid) {
            return new Reading(Optional.empty(), Optional.of(Answer.invalid(invalid.details())));
        } catch (JsonException notJson) {
            return new Reading(
                    Optional.empty(),
                    Optional.of(Answer.problem(400, "malformed-json", "The body must be one JSON object in UTF-8")));
        }
    }
}
