package se.fixpunkt.alarms.domain;

import java.util.Objects;

/** What an event code stands for: whether it alarms, what it is about, and how urgent that is. */
public record EventMeaning(SignalKind kind, AlarmKind about, Priority priority) {
    public EventMeaning {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(about);
        Objects.requireNonNull(priority);
    }

    public EventMeaning(SignalKind kind, AlarmKind about) {
        this(kind, about, about.priority());
    }
}
