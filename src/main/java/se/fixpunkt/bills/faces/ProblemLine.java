package se.fixpunkt.bills.faces;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.bills.domain.ImportProblem;
import se.fixpunkt.shared.faces.TextsView;

/**
 * A problem in words.
 *
 * @param place where in the file, as the spreadsheet program shows it
 * @param severity {@code error}, {@code warning} or {@code info}
 */
public record ProblemLine(String place, String severity, String text) {

    static ProblemLine of(ImportProblem problem, TextsView texts) {
        String text = texts.format(problem.messageKey(), problem.params().toArray());
        return new ProblemLine(place(problem, texts), problem.severity().name().toLowerCase(Locale.ROOT), text);
    }

    /** The tag's colour; the word beside it says the same. */
    public String getColor() {
        return switch (severity) {
            case "error" -> "red";
            case "warning" -> "amber";
            default -> "blue";
        };
    }

    private static String place(ImportProblem problem, TextsView texts) {
        String cell = problem.row() == 0
                ? ""
                : problem.column() == null
                        ? texts.format("bills.problem.row", String.valueOf(problem.row()))
                        : problem.column() + problem.row();
        return Stream.of(problem.sheet() == null ? "" : problem.sheet(), cell)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
