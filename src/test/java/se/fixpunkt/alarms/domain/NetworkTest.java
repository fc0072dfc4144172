package se.fixpunkt.alarms.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void anAddressIsInTheNetworkOfItsFirstThreeNumbers() {
        assertEquals("192.0.2.0/24", Network.of("192.0.2.17:5060"));
        assertEquals("192.0.2.0/24", Network.of("192.0.2.17"));
    }

    @Test
    void anAddressOfVersionSixIsInTheNetworkOfItsFirstThreeGroups() {
        assertEquals("2001:db8:7::/48", Network.of("[2001:db8:7:0:0:0:0:1]:5060"));
        assertEquals("2001:db8:7::/48", Network.of("2001:db8:7:0:0:0:0:1"));
    }

    @Test
    void whatIsNoAddressIsInNoNetwork() {
        assertNull(Network.of("-"));
        assertNull(Network.of(""));
    }
}
