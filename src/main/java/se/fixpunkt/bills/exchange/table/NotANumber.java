package se.fixpunkt.bills.exchange.table;

/** A text or value that stands where a number should and is none, with the key of the problem. */
@SuppressWarnings("serial")
public final class NotANumber extends RuntimeException {
    private final String problem;

    NotANumber(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    public String problem() {
        return problem;
    }
}
