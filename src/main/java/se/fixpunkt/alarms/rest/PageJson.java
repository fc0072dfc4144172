package se.fixpunkt.alarms.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.function.Function;
import se.fixpunkt.shared.Page;

/** A page of a list; {@code next} is null at the end. */
@JsonbNillable
public record PageJson<T>(List<T> items, String next) {
    static <S, T> PageJson<T> of(Page<S> page, Function<S, T> form) {
        return new PageJson<>(page.items().stream().map(form).toList(), page.next());
    }
}
