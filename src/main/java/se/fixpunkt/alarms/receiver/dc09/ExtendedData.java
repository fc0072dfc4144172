package se.fixpunkt.alarms.receiver.dc09;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.alarms.domain.Position;

/** The x-data of a frame explained: each block is a letter, which says what it is, and a value. */
final class ExtendedData {
    private static final Map<Character, String> NAMES = Map.ofEntries(
            entry('A', "authentication hash"),
            entry('C', "supervision category"),
            entry('H', "time of occurrence"),
            entry('I', "text"),
            entry('J', "network path"),
            entry('K', "key exchange"),
            entry('L', "location"),
            entry('M', "network hardware address"),
            entry('N', "network address"),
            entry('O', "building"),
            entry('P', "programming"),
            entry('R', "room"),
            entry('S', "site"),
            entry('T', "trigger"),
            entry('V', "verification"),
            entry('X', "longitude"),
            entry('Y', "latitude"),
            entry('Z', "altitude"));

    private static final String NORTH_OR_SOUTH = "[^NSns]*[NSns][^NSns]*";

    private ExtendedData() {}

    /** Name and value of each block whose letter is known, in their order; of two with one letter the first. */
    static Map<String, String> explained(List<String> blocks) {
        Map<String, String> explained = new LinkedHashMap<>();
        for (String block : blocks) {
            String name = NAMES.get(block.charAt(0));
            if (name != null) {
                explained.putIfAbsent(name, block.substring(1).strip());
            }
        }
        position(blocks).ifPresent(position -> explained.put("position", position.toString()));
        return explained;
    }

    /** Latitude from Y, longitude from X, or as their directions tell; empty when one is missing or they are no place. */
    static Optional<Position> position(List<String> blocks) {
        return first(blocks, 'Y').flatMap(y -> first(blocks, 'X')
                .flatMap(x -> x.matches(NORTH_OR_SOUTH) ? Position.of(x, y) : Position.of(y, x)));
    }

    private static Optional<String> first(List<String> blocks, char letter) {
        return blocks.stream()
                .filter(block -> block.charAt(0) == letter)
                .map(block -> block.substring(1).replace(',', '.').replace("'", ""))
                .findFirst();
    }
}
