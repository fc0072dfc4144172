package se.fixpunkt.alarms;

import se.fixpunkt.shared.InvalidValue;

/** Tells what a message is that somebody pasted. Nothing is stored, nothing is sent. Takes {@code READ_COMMUNICATION}. */
public interface FrameCheck {
    /** The longest that may be pasted, in characters: more than the longest message of any protocol, in hexadecimal. */
    int LONGEST = 300_000;

    Explained check(Question question);

    /**
     * What is asked.
     *
     * @param frame text with {@code <LF>}, {@code <CR>}, {@code <1F>} for what cannot be seen, a hex dump, or hexadecimal digits
     * @param protocol null to find out
     * @param device the identity whose key is used; empty for the one that the message names
     * @param key used in place of a registered device's; empty for none
     */
    record Question(String frame, Protocol protocol, String device, String key) {
        public Question {
            frame = frame == null ? "" : frame;
            device = device == null ? "" : device.strip();
            key = key == null ? "" : key;
            if (frame.isBlank()) {
                throw new InvalidValue("frame", "required");
            }
            if (frame.length() > LONGEST) {
                throw new InvalidValue("frame", "too-long");
            }
        }

        /** Never the key. */
        @Override
        public String toString() {
            return "a frame of " + frame.length() + " characters";
        }
    }
}
