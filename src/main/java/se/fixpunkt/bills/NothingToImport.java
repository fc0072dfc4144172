package se.fixpunkt.bills;

import java.util.List;
import java.util.Map;
import se.fixpunkt.bills.domain.ImportProblem;
import se.fixpunkt.bills.domain.UnreadableFile;

/** No row of the file can be imported; says why, row by row where the file could be opened. */
@SuppressWarnings("serial")
public final class NothingToImport extends BillRejection {
    private final UnreadableFile.Reason reason;
    private final transient List<ImportProblem> problems;

    public NothingToImport(UnreadableFile.Reason reason, List<ImportProblem> problems) {
        super(Kind.INVALID);
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    public UnreadableFile.Reason reason() {
        return reason;
    }

    public List<ImportProblem> problems() {
        return problems;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of(
                "reason",
                reason.key(),
                "problems",
                problems.stream().map(ImportFacts::of).toList());
    }
}
