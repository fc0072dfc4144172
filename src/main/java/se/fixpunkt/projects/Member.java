package se.fixpunkt.projects;

import java.time.Instant;
import se.fixpunkt.shared.PersonId;

/**
 * Somebody who is in a project.
 *
 * @param party the company he works for here; null when nobody said
 */
public record Member(
        MemberId id,
        PersonId person,
        String name,
        String email,
        Role role,
        String party,
        Instant joinedAt,
        long version) {}
