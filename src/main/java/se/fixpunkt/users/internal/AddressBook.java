package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.internal.AddressRepository.Address;

/**
 * An organisation's people in the order of their addresses, which the database cannot know because they are sealed. All are opened
 * for each page, a thousand at a time, and no more than the page is kept.
 */
@ApplicationScoped
class AddressBook {
    private static final int TOGETHER = 1000;
    private static final UUID BEFORE_ALL = new UUID(0L, 0L);

    private final AddressRepository addresses;
    private final PersonSeal seal;

    @Inject
    AddressBook(AddressRepository addresses, PersonSeal seal) {
        this.addresses = addresses;
        this.seal = seal;
    }

    /**
     * Those who follow.
     *
     * @param after the id of the person whom the page before ended with, so that no address is in anybody's access log; empty for
     *     the first page
     */
    List<PersonId> following(OrganisationId organisation, String after, int limit) {
        Entry before = after.isEmpty() ? null : entry(last(organisation, after));
        PriorityQueue<Entry> first = new PriorityQueue<>(limit + 1, Comparator.reverseOrder());
        UUID reached = BEFORE_ALL;
        List<Address> read;
        do {
            read = addresses.of(organisation, reached, TOGETHER);
            for (Address address : read) {
                reached = address.person();
                keep(first, entry(address), before, limit);
            }
        } while (read.size() == TOGETHER);
        return first.stream()
                .sorted()
                .map(entry -> new PersonId(entry.person()))
                .toList();
    }

    private static void keep(PriorityQueue<Entry> first, Entry entry, Entry before, int limit) {
        boolean follows = before == null || entry.compareTo(before) > 0;
        if (follows && (first.size() < limit || entry.compareTo(first.element()) < 0)) {
            first.add(entry);
            if (first.size() > limit) {
                first.remove();
            }
        }
    }

    private Address last(OrganisationId organisation, String after) {
        try {
            return addresses
                    .find(organisation, UUID.fromString(after))
                    .orElseThrow(() -> new InvalidValue("after", "unknown"));
        } catch (IllegalArgumentException notAnId) {
            throw new InvalidValue("after", "malformed");
        }
    }

    private Entry entry(Address address) {
        String key = address.plainKey() == null
                ? seal.email(address.sealed(), address.person()).key()
                : address.plainKey();
        return new Entry(key, address.person());
    }

    /** In the order of the addresses; two nodes of different releases may have given one twice. */
    private record Entry(String key, UUID person) implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::key).thenComparing(Entry::person);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }
}
