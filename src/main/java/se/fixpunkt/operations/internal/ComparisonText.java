package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.List;
import se.fixpunkt.operations.Comparison;

/** A comparison as it stands in its row, which has its times in columns. */
@ApplicationScoped
class ComparisonText {
    private final Jsonb json = JsonbBuilder.create();

    Comparison nothingYet() {
        return new Comparison(null, null, 0, 0, 0, List.of(), List.of(), List.of());
    }

    String write(Comparison comparison) {
        return json.toJson(comparison);
    }

    Comparison read(String text, Instant begunAt, Instant endedAt) {
        Comparison said = json.fromJson(text, Comparison.class);
        return new Comparison(
                begunAt,
                endedAt,
                said.tables(),
                said.tablesDone(),
                said.rows(),
                said.copies(),
                said.unreachable(),
                said.differences());
    }
}
