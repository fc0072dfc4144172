package se.fixpunkt.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkAddressTest {

    @Test
    void isThePeersWhateverItClaims() {
        assertEquals(
                "10.0.0.1",
                new NetworkAddress(Optional.empty())
                        .of(Asking.by("GET").with("X-Forwarded-For", "1.2.3.4").request()));
    }

    @Test
    void isWhatATrustedLoadBalancerSays() {
        assertEquals(
                "1.2.3.4",
                new NetworkAddress(Optional.of("10.0.0.1, 10.0.0.2"))
                        .of(Asking.by("GET").with("X-Forwarded-For", "1.2.3.4").request()));
    }

    @Test
    void isNotWhatTheStrangerWroteBeforeTheLoadBalancerDid() {
        assertEquals(
                "1.2.3.4",
                new NetworkAddress(Optional.of("10.0.0.1,10.0.0.2"))
                        .of(Asking.by("GET")
                                .with("X-Forwarded-For", "6.6.6.6, 1.2.3.4, 10.0.0.2")
                                .request()));
    }

    @Test
    void isThePeersWhenTheLoadBalancerSaysNonsense() {
        assertEquals(
                "10.0.0.1",
                new NetworkAddress(Optional.of("10.0.0.1"))
                        .of(Asking.by("GET").with("X-Forwarded-For", "<script>").request()));
    }
}
