package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.PlainRows;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.PersonName;
import se.fixpunkt.users.internal.PlainPersonRepository.Holder;
import se.fixpunkt.users.internal.PlainPersonRepository.Plain;
import se.fixpunkt.users.internal.PlainPersonRepository.Sealed;

/**
 * Seals people whom an earlier release wrote down in plain text. The version stays: nothing has changed for whoever has read the
 * person and is about to change him.
 */
@ApplicationScoped
class PlainPeople implements PlainRows {
    private static final Logger LOG = Logger.getLogger(PlainPeople.class.getName());
    private static final String WHY = "the node itself does it; nobody sees or changes a person by it";

    private final PlainPersonRepository people;
    private final PersonSeal seal;

    @Inject
    PlainPeople(PlainPersonRepository people, PersonSeal seal) {
        this.people = people;
        this.seal = seal;
    }

    @Override
    @OpenToAnyone(because = WHY)
    public String table() {
        return "person";
    }

    @Override
    @OpenToAnyone(because = WHY)
    public long left() {
        return people.count();
    }

    @Override
    @OpenToAnyone(because = WHY)
    public int sealSome(int most) {
        return (int) people.some(most).stream()
                .filter(plain -> people.replace(plain, sealed(plain)))
                .count();
    }

    private Sealed sealed(Plain plain) {
        UUID id = plain.id();
        byte[] name = plain.name() == null ? null : seal.seal(new PersonName(plain.name()), id);
        if (plain.email() == null) {
            return new Sealed(null, null, name);
        }
        EmailAddress email = new EmailAddress(plain.email());
        return new Sealed(seal.seal(email, id), hash(email, plain), name);
    }

    /**
     * Null when somebody had the address before: a node of this release and one of the earlier may have added a person each at
     * once. The first of the two keeps it.
     */
    private byte[] hash(EmailAddress email, Plain plain) {
        byte[] hash = seal.hash(email);
        Optional<Holder> other = people.holder(hash, plain.id());
        if (other.isEmpty()) {
            return hash;
        }
        LOG.log(
                Level.WARNING,
                "One address was given to the people {0} and {1}; the first is found by it",
                new Object[] {plain.id(), other.get().id()});
        if (other.get().since().isBefore(plain.createdAt())) {
            return null;
        }
        people.release(other.get());
        return hash;
    }
}
