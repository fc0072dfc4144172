package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Moves rows of the former conversation log, a few at a time, so that the intake is not held up. */
@ApplicationScoped
class ConversationMove {
    private static final int TOGETHER = 500;

    private final ConversationRepository conversations;

    @Inject
    ConversationMove(ConversationRepository conversations) {
        this.conversations = conversations;
    }

    /** @return whether there may be more */
    @Transactional
    boolean some() {
        return conversations.moveFormer(TOGETHER) == TOGETHER;
    }
}
