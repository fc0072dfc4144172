package se.fixpunkt.shared.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import se.fixpunkt.shared.Amount;

/** The samples of the living page of components. */
@Named("components")
@RequestScoped
public class ComponentsView {
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([^\"]+)\"");
    private static final List<Row> ROWS = List.of(
            new Row("CBB.11", "Kategori A, jord", amount("438665")),
            new Row("CBB.12", "Borttransport", amount("278980")),
            new Row("CBB.13", "Avjämning", amount("12450.50")));

    private final ServletContext servletContext;

    @Inject
    ComponentsView(ServletContext servletContext) {
        this.servletContext = servletContext;
    }

    public List<Row> getRows() {
        return ROWS;
    }

    /** All icons that there are, read from the sprite. */
    public List<String> getIcons() {
        try (InputStream in = servletContext.getResourceAsStream("/resources/icons/icons.svg")) {
            String sprite = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SYMBOL.matcher(sprite)
                    .results()
                    .map((MatchResult symbol) -> symbol.group(1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Amount amount(String value) {
        return new Amount(new java.math.BigDecimal(value));
    }

    /** A row of the sample table. */
    public record Row(String code, String text, Amount amount) {}
}
