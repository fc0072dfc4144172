package se.fixpunkt.shared.database;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The start's check of the environment: every variable that must be there and every value that can be seen to be wrong.
 * One message names them all, so that nobody has to start ten times to mend ten mistakes. Values are never repeated: they
 * may be secrets.
 */
final class Configuration {
    private static final String PORT = "must be a port number from 0 (off) to 65535";
    private static final List<Check> CHECKS = List.of(
            required("FIXPUNKT_DB_URL", "must begin with jdbc:mariadb:", value -> value.startsWith("jdbc:mariadb:")),
            required("FIXPUNKT_DB_USER", "must not be empty", value -> !value.isBlank()),
            required("FIXPUNKT_DB_PASSWORD", "must be set", value -> true),
            required("FIXPUNKT_SECRET_KEY", "must be 32 bytes in base64", value -> isBase64Of(value, 32)),
            required("FIXPUNKT_SECRET_KEY_FACES", "must be 16 bytes in base64", value -> isBase64Of(value, 16)),
            required("FIXPUNKT_BASE_URL", "must be an http or https URL", Configuration::isWebUrl),
            required("FIXPUNKT_MAIL_HOST", "must not be empty", value -> !value.isBlank()),
            required("FIXPUNKT_MAIL_FROM", "must be an e-mail address", value -> value.matches("[^@\\s]+@[^@\\s]+")),
            optional(
                    "FIXPUNKT_SECRET_KEY_OLD",
                    "must be 32 bytes in base64, or several with commas between",
                    value -> Arrays.stream(value.split(",")).allMatch(key -> isBase64Of(key.strip(), 32))),
            optional("FIXPUNKT_SECRET_KEY_LOOKUP", "must be 32 bytes in base64", value -> isBase64Of(value, 32)),
            optional("FIXPUNKT_MAIL_PORT", "must be a port number", Configuration::isPort),
            optional("FIXPUNKT_MAIL_TLS", "must be none, starttls or tls", value -> List.of("none", "starttls", "tls")
                    .contains(value)),
            optional("FIXPUNKT_SIP_PORT", PORT, Configuration::isPort),
            optional("FIXPUNKT_DC09_PORT", PORT, Configuration::isPort),
            optional("FIXPUNKT_SOSACCESS_PORT", PORT, Configuration::isPort),
            optional("FIXPUNKT_SIP_TLS_PORT", PORT, Configuration::isPort),
            optional("FIXPUNKT_DC09_TLS_PORT", PORT, Configuration::isPort),
            optional("FIXPUNKT_SOSACCESS_TLS_PORT", PORT, Configuration::isPort),
            optional("FIXPUNKT_TLS_CLIENTS", "must be optional or required", value -> List.of("optional", "required")
                    .contains(value)));

    private Configuration() {}

    /** What is missing or wrong, in one line; empty when the environment will do. */
    static Optional<String> faults(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        for (Check check : CHECKS) {
            String value = environment.get(check.name());
            if (value == null) {
                if (check.required()) {
                    faults.add(check.name() + " is missing, it " + check.demand());
                }
            } else if (!check.fits().test(value)) {
                faults.add(check.name() + " " + check.demand());
            }
        }
        if (environment.containsKey("FIXPUNKT_SECRET_KEY_OLD")
                && !environment.containsKey("FIXPUNKT_SECRET_KEY_LOOKUP")) {
            faults.add("FIXPUNKT_SECRET_KEY_LOOKUP is missing, it must be the key that the installation began with"
                    + " as soon as there is a FIXPUNKT_SECRET_KEY_OLD");
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
    }

    private static Check required(String name, String demand, Predicate<String> fits) {
        return new Check(name, true, demand, fits);
    }

    private static Check optional(String name, String demand, Predicate<String> fits) {
        return new Check(name, false, demand, fits);
    }

    private static boolean isBase64Of(String value, int bytes) {
        try {
            return Base64.getDecoder().decode(value).length == bytes;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean isWebUrl(String value) {
        try {
            URI url = URI.create(value);
            return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        } catch (IllegalArgumentException notAUrl) {
            return false;
        }
    }

    private static boolean isPort(String value) {
        return value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535;
    }

    private record Check(String name, boolean required, String demand, Predicate<String> fits) {}
}
