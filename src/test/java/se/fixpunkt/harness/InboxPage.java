package se.fixpunkt.harness;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** The mail catcher's page: every letter, newest first, links clickable. */
final class InboxPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Stockholm"));

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<]+");

    private InboxPage() {}

    static String of(List<CaughtMail> letters) {
        StringBuilder page = new StringBuilder(
                """
                <!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Brevlådan – Fixpunkt demo</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="5">
                <style>
                body { font: 14px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1b2429; }
                h1 { font-size: 20px } article { border-top: 1px solid #d5dcdf; padding: 1rem 0 }
                h2 { font-size: 16px; margin: 0 } p { color: #55636a; margin: 0 0 .5rem } pre { white-space: pre-wrap; font: inherit; margin: 0 }
                a { color: #0b6470; overflow-wrap: anywhere }
                @media (prefers-color-scheme: dark) { body { background: #12181b; color: #e4eaec } p { color: #9fb0b7 } article { border-color: #2c383e } a { color: #5cc3cf } }
                </style></head><body><main><h1>Brevlådan</h1>
                """);
        if (letters.isEmpty()) {
            page.append("<p>Inga brev ännu. Allt som Fixpunkt skickar hamnar här; inget lämnar datorn.</p>");
        }
        for (CaughtMail letter : letters) {
            page.append("<article><h2>")
                    .append(escape(letter.subject()))
                    .append("</h2><p>till ")
                    .append(escape(letter.to()))
                    .append(" · ")
                    .append(TIME.format(letter.at()))
                    .append("</p><pre>")
                    .append(LINK.matcher(escape(letter.text())).replaceAll("<a href=\"$0\">$0</a>"))
                    .append("</pre></article>");
        }
        return page.append("</main></body></html>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
