package se.fixpunkt.users;

import java.util.List;
import java.util.Set;

/** Rights as the journal writes them: in their declared order, so that before and after compare. */
final class RightNames {
    private RightNames() {}

    static List<String> of(Set<Right> rights) {
        return rights.stream().sorted().map(Right::name).toList();
    }
}
