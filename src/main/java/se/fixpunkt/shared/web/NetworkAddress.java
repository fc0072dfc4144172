package se.fixpunkt.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request came from. Only a load balancer named in {@code FIXPUNKT_TRUSTED_PROXIES} (addresses, comma between) is
 * believed when it says that it speaks for somebody else; anyone can write {@code X-Forwarded-For}.
 */
@ApplicationScoped
public class NetworkAddress {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final Set<String> trusted;

    @Inject
    NetworkAddress(@ConfigProperty(name = "FIXPUNKT_TRUSTED_PROXIES") Optional<String> proxies) {
        this.trusted = Arrays.stream(proxies.orElse("").split(",", -1))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The address as text, without port. */
    public String of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !trusted.contains(peer)) {
            return peer;
        }
        String[] chain = forwarded.split(",", -1);
        for (int last = chain.length - 1; last >= 0; last--) {
            String hop = chain[last].strip();
            if (!trusted.contains(hop)) {
                return ADDRESS.matcher(hop).matches() ? hop : peer;
            }
        }
        return peer;
    }
}
