package se.fixpunkt.bills;

import java.util.Map;

/** The file that was sent is larger than a bill can reasonably be. */
@SuppressWarnings("serial")
public final class FileTooLarge extends BillRejection {
    private final long largestMegabytes;

    public FileTooLarge(long largestMegabytes) {
        super(Kind.TOO_LARGE);
        this.largestMegabytes = largestMegabytes;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("largestMegabytes", largestMegabytes);
    }
}
