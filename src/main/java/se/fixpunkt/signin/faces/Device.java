package se.fixpunkt.signin.faces;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A browser's or program's own description in few words, for recognition only: it can say what it likes.
 *
 * @param words such as {@code Firefox, Windows}; the first word of it when nothing is recognised
 */
record Device(String words, boolean phone) {
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("FxiOS", "Firefox");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("CriOS", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS", "macOS");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Linux", "Linux");
    }

    static Device of(String agent) {
        String browser = find(BROWSERS, agent);
        String system = find(SYSTEMS, agent);
        boolean phone = agent.contains("Mobile") || agent.contains("iPhone");
        if (browser.isEmpty() && system.isEmpty()) {
            String program = agent.replaceFirst("[\\s/(].*", "");
            return new Device(program.isEmpty() ? "–" : program, phone);
        }
        return new Device(browser + (browser.isEmpty() || system.isEmpty() ? "" : ", ") + system, phone);
    }

    private static String find(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
