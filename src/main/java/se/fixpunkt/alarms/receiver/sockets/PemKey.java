package se.fixpunkt.alarms.receiver.sockets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private key in PEM: PKCS #8, which Java knows, and the older forms of RSA (RFC 8017 A.1.2) and of elliptic curves
 * (RFC 5915), which are PKCS #8 without its wrapping.
 */
final class PemKey {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (|RSA |EC )PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1PRIVATE KEY-----");
    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;

    private PemKey() {}

    /** @throws TlsUnusable when there is no key, or it is not the public key's */
    static PrivateKey read(String setting, Path file, PublicKey fitting) {
        try {
            Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!block.find()) {
                throw new TlsUnusable(setting + " holds no private key in PEM, or an encrypted one");
            }
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            byte[] wrapped = block.group(1).isEmpty() ? der : wrapped(der, fitting);
            PrivateKey key =
                    KeyFactory.getInstance(fitting.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(wrapped));
            if (!belongTogether(key, fitting)) {
                throw new TlsUnusable(setting + " is not the key of the certificate");
            }
            return key;
        } catch (IOException away) {
            throw new TlsUnusable(setting + " cannot be read");
        } catch (GeneralSecurityException | IllegalArgumentException notOne) {
            throw new TlsUnusable(setting + " is not the key of the certificate");
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey fitting) throws GeneralSecurityException {
        byte[] something = "fixpunkt".getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance(
                switch (fitting.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> fitting.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(something);
        byte[] signed = signature.sign();
        signature.initVerify(fitting);
        signature.update(something);
        return signature.verify(signed);
    }

    /** What kind of key it is stands in the certificate too. */
    private static byte[] wrapped(byte[] key, PublicKey fitting) {
        byte[] told = fitting.getEncoded();
        int begin = content(told, 0);
        byte[] algorithm = Arrays.copyOfRange(told, begin, content(told, begin) + length(told, begin));
        return tagged(SEQUENCE, VERSION_0, algorithm, tagged(OCTETS, key));
    }

    private static int content(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        int length = first < 0x80 ? first : 0;
        for (int i = at + 2; i < content(der, at); i++) {
            length = (length << 8) | (der[i] & 0xff);
        }
        return length;
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
