package se.fixpunkt.users.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.fixpunkt.shared.ChangedMeanwhile;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.Right;

/** What a request says, in our terms. */
final class Given {
    private Given() {}

    static <T> T body(T body) {
        if (body == null) {
            throw new InvalidValue("body", "required");
        }
        return body;
    }

    /** What cannot be an id is nobody's. */
    static PersonId person(String id) {
        try {
            return new PersonId(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    static Set<Right> rights(List<String> names) {
        return names == null ? Set.of() : names.stream().map(Given::right).collect(Collectors.toUnmodifiableSet());
    }

    private static Right right(String name) {
        try {
            return Right.valueOf(String.valueOf(name));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidValue("rights", "unknown");
        }
    }

    /** Refuses when the caller has read an older version than this. */
    static void unchanged(String ifMatch, Person person) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        String version = ifMatch.strip().replace("W/", "").replace("\"", "");
        if (!version.equals(Long.toString(person.version()))) {
            PersonJson now = PersonJson.of(person);
            throw new ChangedMeanwhile(Map.of(
                    "name", now.name(), "rights", now.rights(), "active", now.active(), "version", now.version()));
        }
    }
}
