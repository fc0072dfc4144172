package se.fixpunkt.shared.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request as far as anybody looks at it. */
public final class Asking {
    private final String method;
    private final String peer;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Cookie[] cookies;

    private Asking(String method, String peer) {
        this.method = method;
        this.peer = peer;
    }

    public static Asking by(String method) {
        return new Asking(method, "10.0.0.1");
    }

    public Asking with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Asking withCookie(String name, String value) {
        cookies = new Cookie[] {new Cookie("lang", "sv"), new Cookie(name, value)};
        return this;
    }

    public HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Asking.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, values) -> switch (called.getName()) {
                    case "getMethod" -> method.toUpperCase(Locale.ROOT);
                    case "getRemoteAddr" -> peer;
                    case "getHeader" -> headers.get((String) values[0]);
                    case "getCookies" -> cookies;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
