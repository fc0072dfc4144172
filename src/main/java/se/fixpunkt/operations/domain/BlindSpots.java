package se.fixpunkt.operations.domain;

import java.util.ArrayList;
import java.util.List;
import se.fixpunkt.operations.Backup;
import se.fixpunkt.operations.BlindSpot;
import se.fixpunkt.operations.BlindSpot.Kind;
import se.fixpunkt.operations.NodeStatus;

/** What an installation in this state cannot know of itself. */
public final class BlindSpots {
    private BlindSpots() {}

    /** What would hurt most first; empty when everything is watched. */
    public static List<BlindSpot> of(List<NodeStatus> nodes, Backup backup) {
        List<BlindSpot> found = new ArrayList<>();
        if (!backup.configured()) {
            found.add(new BlindSpot(Kind.BACKUP_NOT_SET_UP, ""));
        } else {
            if (backup.last() == null) {
                found.add(new BlindSpot(Kind.NO_BACKUP_YET, ""));
            }
            if (backup.drill() == null) {
                found.add(new BlindSpot(Kind.NO_DRILL_YET, ""));
            }
        }
        List<String> without = nodes.stream()
                .filter(NodeStatus::isRunning)
                .filter(node -> node.report().certificates().isEmpty())
                .map(NodeStatus::name)
                .sorted()
                .toList();
        if (!without.isEmpty()) {
            found.add(new BlindSpot(Kind.CERTIFICATES_NOT_SET_UP, String.join(", ", without)));
        }
        return List.copyOf(found);
    }
}
