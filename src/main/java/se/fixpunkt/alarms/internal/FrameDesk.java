package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Explained;
import se.fixpunkt.alarms.Explained.Finding;
import se.fixpunkt.alarms.FrameCheck;
import se.fixpunkt.alarms.FrameExplanation;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** Asks the protocol that a message is of. The keys of the asker's own devices take part, and never come out. */
@ApplicationScoped
@Transactional
class FrameDesk implements FrameCheck {
    private final Access access;
    private final Caller caller;
    private final KnownSenders register;
    private final List<FrameExplanation> protocols;
    private final Clock clock;

    @Inject
    FrameDesk(
            Access access,
            Caller caller,
            KnownSenders register,
            @jakarta.enterprise.inject.Any Instance<FrameExplanation> protocols,
            Clock clock) {
        this.access = access;
        this.caller = caller;
        this.register = register;
        this.protocols = protocols.stream()
                .sorted(Comparator.comparing(FrameExplanation::protocol))
                .toList();
        this.clock = clock;
    }

    @Override
    public Explained check(Question question) {
        access.require(Right.READ_COMMUNICATION);
        Bytes asText = PastedFrame.bytes(question.frame(), StandardCharsets.UTF_8);
        Optional<FrameExplanation> protocol = protocols.stream()
                .filter(one ->
                        question.protocol() == null ? one.looksLike(asText) : one.protocol() == question.protocol())
                .findFirst();
        if (protocol.isEmpty()) {
            return new Explained(
                    null, asText.length(), "", List.of(), List.of(Finding.wrong("no-protocol")), List.of());
        }
        Bytes message = PastedFrame.bytes(question.frame(), protocol.get().charset());
        return protocol.get().explain(message, identity -> sender(identity, question), clock.instant());
    }

    private Optional<Sender> sender(DeviceIdentity named, Question question) {
        if (!question.key().isEmpty()) {
            Bytes key = Bytes.utf8(question.key());
            return Optional.of(new Sender(DeviceId.next(), caller.organisation(), Optional.of(key)));
        }
        DeviceIdentity wanted =
                question.device().isEmpty() ? named : DeviceIdentity.of(named.protocol(), question.device());
        return register.of(wanted).filter(sender -> sender.organisation().equals(caller.organisation()));
    }
}
