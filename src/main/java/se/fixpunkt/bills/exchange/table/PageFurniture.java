package se.fixpunkt.bills.exchange.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is printed on every page and is no content: header block, column headings, page numbers. */
final class PageFurniture {
    private static final int MAX_KNOWN = 200;
    private static final Pattern PAGE = Pattern.compile(
            "(?iu)(sid(a|nr|an)?|blad|page)?\\s*[.:]?\\s*\\d{1,4}\\s*(\\(\\s*\\d{1,4}\\s*\\)|(av|/|of)\\s*\\d{1,4})|(sid(a|nr)?|blad|page)\\s*[.:]?\\s*\\d{1,4}");

    private static final int LONGEST_PAGE = 30;

    private final Set<String> known = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    void learn(List<Cell> row) {
        String signature = signature(row);
        if (known.size() < MAX_KNOWN && !signature.isEmpty()) {
            known.add(signature);
            beginnings.add(part(row.get(0)));
        }
    }

    /** Whether the row is a repetition of a row above the table, or nothing but page numbers. */
    boolean contains(List<Cell> row) {
        boolean repeated = beginnings.contains(part(row.get(0))) && known.contains(signature(row));
        return repeated || row.stream().allMatch(PageFurniture::isPage);
    }

    private static String signature(List<Cell> row) {
        boolean words = row.stream().anyMatch(cell -> cell.text().codePoints().anyMatch(Character::isLetter));
        return words ? row.stream().map(PageFurniture::part).collect(Collectors.joining("|")) : "";
    }

    private static String part(Cell cell) {
        return cell.column() + ":" + (isPage(cell) ? "#" : cell.text());
    }

    private static boolean isPage(Cell cell) {
        return cell.text().length() <= LONGEST_PAGE && PAGE.matcher(cell.text()).matches();
    }
}
