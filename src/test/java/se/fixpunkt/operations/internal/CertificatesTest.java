package se.fixpunkt.operations.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixpunkt.operations.Certificate;

class CertificatesTest {
    private static final String PEM =
            """
            -----BEGIN CERTIFICATE-----
            MIIBiDCCAS2gAwIBAgIUceXP2tUgO6e75Obph9OxDHm+k04wCgYIKoZIzj0EAwIw
            GDEWMBQGA1UEAwwNZml4cHVua3QudGVzdDAgFw0yNjExMjIwMDUzMzhaGA8yMTI2
            MTAyOTAwNTMzOFowGDEWMBQGA1UEAwwNZml4cHVua3QudGVzdDBZMBMGByqGSM49
            AgEGCCqGSM49AwEHA0IABBLF/uLtg5VibA5rkaq9nbGckhFKVGuzqon1ZXe/tq3x
            0YhJ2wHK2ii0GgFtuaihF+qwaQo7Wz6zAEV3ViVuINSjUzBRMB0GA1UdDgQWBBTS
            Ag1OlT+oWZ321LqGPpW/oVnsCTAfBgNVHSMEGDAWgBTSAg1OlT+oWZ321LqGPpW/
            oVnsCTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCfnmajsUqB
            aw4tM+ThUHx/npAIkzo4x0fO6vQLq+Xl6wIhAOmC6FmE8LhF8OLKSg2l/qpVxj5D
            672ywkyicxLJC5DE
            -----END CERTIFICATE-----
            """;

    @TempDir
    private Path directory;

    @Test
    void tellsWhoseItIsAndWhenItEnds() throws IOException {
        assertEquals(
                new Certificate("app.pem", "CN=fixpunkt.test", Instant.parse("2126-10-29T00:53:38Z")),
                Certificates.read(Files.writeString(directory.resolve("app.pem"), PEM)));
    }

    @Test
    void saysWhenAFileIsNoCertificate() throws IOException {
        Certificate unreadable = new Certificate("x.pem", null, null);

        assertEquals(unreadable, Certificates.read(Files.writeString(directory.resolve("x.pem"), "nothing")));
        assertEquals(unreadable, Certificates.read(directory.resolve("missing").resolve("x.pem")));
    }
}
