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

    /** Latitude from Y, longitude from X; empty when one is missing or they are no place. */
    static Optional<Position> position(List<String> blocks) {
        return first(blocks, 'Y')
                .flatMap(latitude -> first(blocks, 'X').flatMap(longitude -> Position.of(latitude, longitude)));
    }

    private static Optional<String> first(List<String> blocks, char letter) {
        return blocks.stream()
                .filter(block -> block.charAt(0) == letter)
                .map(block -> block.substring(1))
                .findFirst();
    }
}
