package se.fixpunkt.projects;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The four roles that every project starts with. What each may is the project's own, adjusted by its administrator. */
public enum Role {
    /** Decides who is in the project and what they may. There is always at least one. */
    ADMINISTRATOR,
    /** Consultant or client's own staff: brings in, edits, issues and reviews bills. */
    EDITOR,
    /** Contractor: reads, prices, measures. */
    MEMBER,
    /** Subcontractor (UE): reads what he is given, measures. */
    SUBCONTRACTOR;

    /** What the role may in a new project. */
    public Set<Permission> initialPermissions() {
        return switch (this) {
            case ADMINISTRATOR -> EnumSet.allOf(Permission.class);
            case EDITOR -> EnumSet.complementOf(EnumSet.of(Permission.MEASURE, Permission.ADMINISTER));
            case MEMBER -> EnumSet.of(Permission.READ, Permission.PRICE, Permission.MEASURE, Permission.EXPORT);
            case SUBCONTRACTOR -> EnumSet.of(Permission.READ, Permission.MEASURE);
        };
    }

    /** The contract's word: {@code administrator}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of the contract's word, if there is one. */
    public static Optional<Role> of(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
