package se.fixpunkt.alarms.receiver.sosaccess;

/**
 * Looks for the end of a document's root element while its bytes come, each looked at once, however few come at a time. Remarks,
 * instructions and CDATA may hold the end tag as mere text (XML 1.0, 2.5 to 2.7) and are passed over.
 */
final class RootEnd {
    private final String name;
    private Within within = Within.ROOT_TAG;
    /** What ends the attribute's value that is being read; 0 outside of one. */
    private byte quote;
    /** What is left to come until it is clear what has begun. */
    private String wanted = "";

    private int found;
    private Within then = Within.CONTENT;

    /** The two bytes before, as far as they are within the same. */
    private byte last;

    private byte beforeLast;

    private enum Within {
        /** The root's own, after its name. */
        ROOT_TAG,
        CONTENT,
        /** Just after {@code <}. */
        MARKUP,
        /** Just after {@code <!}. */
        DECLARATION,
        /** In what {@link #wanted} says. */
        WANTED,
        REMARK,
        CDATA,
        INSTRUCTION,
        /** The root's, after its name. */
        END_TAG
    }

    /** @param name the root's as it was written; the byte behind it is the first that is shown */
    RootEnd(String name) {
        this.name = name;
    }

    /** Whether the root element ends with this byte. */
    boolean isReachedBy(byte next) {
        Within before = within;
        boolean reached =
                switch (within) {
                    case ROOT_TAG -> rootTag(next);
                    case END_TAG -> endTag(next);
                    default -> inside(next);
                };
        // what opens a remark is no part of what closes it: <!--> is no whole one
        beforeLast = before == within ? last : 0;
        last = before == within ? next : 0;
        return reached;
    }

    /** A tag that has no end is none: the rest is looked through all the same, so that it can be answered. */
    private boolean rootTag(byte next) {
        if (next == '<') {
            within = Within.MARKUP;
        } else if (quote != 0) {
            quote = next == quote ? 0 : quote;
        } else if (next == '"' || next == '\'') {
            quote = next;
        } else if (next == '>') {
            within = Within.CONTENT;
            return last == '/';
        }
        return false;
    }

    private boolean endTag(byte next) {
        if (next != '>' && !DocumentStream.isFiller(next)) {
            content(next);
        }
        return next == '>';
    }

    private boolean inside(byte next) {
        switch (within) {
            case MARKUP -> markup(next);
            case DECLARATION -> declaration(next);
            case WANTED -> wanted(next);
            case REMARK -> leave(next == '>' && last == '-' && beforeLast == '-');
            case CDATA -> leave(next == '>' && last == ']' && beforeLast == ']');
            case INSTRUCTION -> leave(next == '>' && last == '?');
            default -> content(next);
        }
        return false;
    }

    private void content(byte next) {
        within = next == '<' ? Within.MARKUP : Within.CONTENT;
    }

    private void markup(byte next) {
        switch (next) {
            case '/' -> want(name, Within.END_TAG);
            case '!' -> within = Within.DECLARATION;
            case '?' -> within = Within.INSTRUCTION;
            default -> content(next);
        }
    }

    private void declaration(byte next) {
        switch (next) {
            case '-' -> want("-", Within.REMARK);
            case '[' -> want("CDATA[", Within.CDATA);
            default -> content(next);
        }
    }

    private void want(String what, Within begins) {
        within = Within.WANTED;
        wanted = what;
        found = 0;
        then = begins;
    }

    private void wanted(byte next) {
        if (next != wanted.charAt(found)) {
            content(next);
        } else if (++found == wanted.length()) {
            within = then;
        }
    }

    private void leave(boolean closed) {
        if (closed) {
            within = Within.CONTENT;
        }
    }
}
