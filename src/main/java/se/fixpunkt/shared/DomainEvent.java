package se.fixpunkt.shared;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened, told in the past tense, fired inside the transaction that made it true. The journal writes one
 * row per event in the same commit, so an event must never carry a secret.
 */
public interface DomainEvent {

    /** What it happened to. */
    Subject subject();

    /** The organisation whose journal it belongs to. */
    OrganisationId organisation();

    /** The project it belongs to, if it belongs to one; its members with the right to may then read it. */
    default Optional<UUID> project() {
        return Optional.empty();
    }

    /** What was true before, by field name; empty when the thing is new. */
    default Map<String, ?> before() {
        return Map.of();
    }

    /** What is true now, by field name; empty when the thing is gone. */
    default Map<String, ?> after() {
        return Map.of();
    }

    /**
     * @param kind the trade's word for the thing, e.g. {@code bill}, {@code alarm}, {@code device}
     * @param id its id
     */
    record Subject(String kind, UUID id) {}
}
