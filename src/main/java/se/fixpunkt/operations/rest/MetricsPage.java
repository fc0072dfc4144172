package se.fixpunkt.operations.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * {@code /metrics} in Prometheus' text format. The server's own page answers 500 for ever when the application brings a
 * connection pool of its own, whose name has a slash ({@code java:app/…}), and gives way to one that the application has.
 */
@WebServlet("/metrics")
public class MetricsPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient MetricRegistry registry;

    @Inject
    public MetricsPage(MetricRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        StringBuilder text = new StringBuilder();
        Set<String> described = new HashSet<>();
        registry.getGauges().forEach((id, gauge) -> {
            String name = id.getName().replaceAll("[^A-Za-z0-9_:]", "_").toLowerCase(Locale.ROOT);
            if (described.add(name)) {
                text.append("# HELP ")
                        .append(name)
                        .append(' ')
                        .append(description(id))
                        .append('\n');
                text.append("# TYPE ").append(name).append(" gauge\n");
            }
            text.append(name)
                    .append(tags(id))
                    .append(' ')
                    .append(gauge.getValue())
                    .append('\n');
        });
        response.getWriter().write(text.toString());
    }

    private String description(MetricID id) {
        return registry.getMetadata(id.getName()).description().orElse("");
    }

    private static String tags(MetricID id) {
        return id.getTags().isEmpty()
                ? ""
                : id.getTags().entrySet().stream()
                        .map(tag -> tag.getKey() + "=\"" + escaped(tag.getValue()) + '"')
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
