package se.fixpunkt.shared.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Every field of the contract is there, also when it has no value: {@code "next": null} ends a list. */
@Provider
public class JsonWithNulls implements ContextResolver<Jsonb> {
    private final Jsonb json = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    @Override
    public Jsonb getContext(Class<?> type) {
        return json;
    }
}
