package se.fixpunkt.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Docker cannot be run where Fixpunkt is built, so at least the file's form and its names are held to what they should be. */
class ComposeFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keepsToTheComposeSpecification() throws IOException {
        assertEquals(Set.of(), faults(composeFile()));
    }

    @Test
    void theSpecificationSeesAMistake() throws IOException {
        Map<String, Object> broken = new Yaml().load("services: {fixpunkt: {image: x, port: [8080]}}");

        assertFalse(faults(broken).isEmpty());
    }

    @Test
    void oneMachineHasDatabaseApplicationAndMail() throws IOException {
        assertEquals(Set.of("database", "fixpunkt", "mail"), servicesOf("single"));
    }

    @Test
    void theClusterHasThreeGroupsBalancerBackupAndMail() throws IOException {
        assertEquals(
                Set.of("db-a", "db-b", "db-c", "app-a", "app-b", "app-c", "lb", "backup", "mail"),
                servicesOf("cluster"));
    }

    @Test
    void everyImageHasAVersion() throws IOException {
        services()
                .forEach((name, service) -> assertTrue(
                        String.valueOf(service.get("image")).matches("\\S+:v?\\d\\S*"),
                        name + ": " + service.get("image")));
    }

    @Test
    void whatIsMountedFromTheRepositoryIsThere() throws IOException {
        Set<String> missing = services().values().stream()
                .flatMap(service -> strings(service.get("volumes")))
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.substring(2, volume.indexOf(':', 2)))
                .filter(file -> !file.startsWith("target/"))
                .filter(file -> !Files.exists(Path.of(file)))
                .collect(Collectors.toSet());

        assertEquals(Set.of(), missing);
    }

    @Test
    void allDatabaseNodesReadTheSameSettings() throws IOException {
        for (String node : List.of("db-a", "db-b", "db-c")) {
            assertTrue(
                    strings(services().get(node).get("volumes"))
                            .anyMatch(volume -> volume.startsWith("./ops/galera.cnf:/etc/mysql/conf.d/")),
                    node);
        }
    }

    @Test
    void everyNamedVolumeIsDeclared() throws IOException {
        Set<String> declared = composeFile().get("volumes") instanceof Map<?, ?> volumes
                ? volumes.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
        Set<String> used = services().values().stream()
                .flatMap(service -> strings(service.get("volumes")))
                .filter(volume -> !volume.startsWith("."))
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .collect(Collectors.toSet());

        assertEquals(declared, used);
    }

    private static Set<String> servicesOf(String profile) throws IOException {
        return services().entrySet().stream()
                .filter(service -> !service.getValue().containsKey("profiles")
                        || strings(service.getValue().get("profiles")).anyMatch(profile::equals))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, Map<?, ?>> services() throws IOException {
        Map<String, Map<?, ?>> services = new TreeMap<>();
        if (composeFile().get("services") instanceof Map<?, ?> all) {
            all.forEach((name, service) -> services.put(String.valueOf(name), (Map<?, ?>) service));
        }
        return services;
    }

    private static Stream<String> strings(Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf) : Stream.empty();
    }

    private static Map<String, Object> composeFile() throws IOException {
        return new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
    }

    private static Set<ValidationMessage> faults(Map<String, Object> file) throws IOException {
        try (InputStream specification = ComposeFileTest.class.getResourceAsStream("/compose/compose-spec.json")) {
            ObjectNode schema = (ObjectNode) JSON.readTree(specification);
            schema.remove("$schema");
            mend(schema);
            return JsonSchemaFactory.getInstance(VersionFlag.V7)
                    .getSchema(schema)
                    .validate(JSON.valueToTree(file));
        }
    }

    /**
     * The specification writes {@code id} as draft 4 did, while it says to be of 2019, and references need none of them. Its
     * durations are Docker's ({@code 5s}), not those of ISO 8601.
     */
    private static void mend(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("id").isTextual()) {
                object.remove("id");
            }
            if ("duration".equals(object.path("format").asText())) {
                object.remove("format");
            }
        }
        node.forEach(ComposeFileTest::mend);
    }
}
