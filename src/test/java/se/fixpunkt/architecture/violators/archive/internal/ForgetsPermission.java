package se.fixpunkt.architecture.violators.archive.internal;

import java.util.UUID;
import se.fixpunkt.architecture.violators.archive.Papers;

/** Answers whoever asks. */
class ForgetsPermission implements Papers {
    @Override
    public String title(UUID paper) {
        return paper.toString();
    }
}
