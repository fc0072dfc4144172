package se.fixpunkt.users;

import java.util.Map;

/** The password would be guessed too easily; nothing was stored. */
@SuppressWarnings("serial")
public final class PasswordRefused extends PeopleRejection {
    private final Reason reason;

    public PasswordRefused(Reason reason) {
        super(Kind.INVALID);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("field", "password", "reason", reason.contractName());
    }

    /** What is wrong with it. There are no rules of composition: length beats them. */
    public enum Reason {
        /** Fewer than 12 characters. */
        TOO_SHORT("too-short"),
        /** More than 256 characters. */
        TOO_LONG("too-long"),
        /** Among those that are guessed first, or a trivial variation of one. */
        TOO_COMMON("too-common"),
        /** Little else than the person's own name or e-mail address. */
        TOO_PERSONAL("too-personal");

        private final String contractName;

        Reason(String contractName) {
            this.contractName = contractName;
        }

        public String contractName() {
            return contractName;
        }
    }
}
