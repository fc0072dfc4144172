package se.fixpunkt.alarms.receiver.webhook.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnyMediaTypeTest {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new TreeMap<>();
    private HttpServletRequest shown;

    @Test
    void whatIsSaidAboutTypesIsNotShownButKept() throws Exception {
        headers.put("Content-Type", "application/json; charset=");
        headers.put("Accept", "*/*;q=1.0000");
        ask();

        assertEquals("application/octet-stream", shown.getContentType());
        assertEquals("application/octet-stream", shown.getHeader("content-type"));
        assertEquals(List.of("application/octet-stream"), Collections.list(shown.getHeaders("CONTENT-TYPE")));
        assertEquals("*/*", shown.getHeader("accept"));
        assertEquals(List.of("*/*"), Collections.list(shown.getHeaders("Accept")));
        assertEquals("application/json; charset=", AnyMediaType.contentType(shown));
    }

    @Test
    void everythingElseIsAsItCame() throws Exception {
        headers.put("Fixpunkt-Signature", "t=1");
        ask();

        assertEquals("t=1", shown.getHeader("Fixpunkt-Signature"));
        assertEquals(List.of("t=1"), Collections.list(shown.getHeaders("Fixpunkt-Signature")));
        assertNull(shown.getHeader("Idempotency-Key"));
        assertEquals("", AnyMediaType.contentType(shown));
    }

    private void ask() throws Exception {
        new AnyMediaType().doFilter(request(), null, (request, response) -> shown = (HttpServletRequest) request);
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                AnyMediaTypeTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, values) -> switch (called.getName()) {
                    case "getHeader" -> headers.get((String) values[0]);
                    case "getHeaders" -> Collections.enumeration(List.of(headers.get((String) values[0])));
                    case "getAttribute" -> attributes.get((String) values[0]);
                    case "setAttribute" -> attributes.put((String) values[0], values[1]);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
