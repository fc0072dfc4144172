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
    void hasDatabaseApplicationAndMail() throws IOException {
        assertEquals(
                Set.of("database", "fixpunkt", "mail"),
                composeFile().get("services") instanceof Map<?, ?> services ? services.keySet() : Set.of());
    }

    @Test
    void everyImageHasAVersion() throws IOException {
        List<String> images = Files.readAllLines(Path.of("docker-compose.yml")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("image:"))
                .toList();

        assertEquals(3, images.size());
        assertTrue(images.stream().allMatch(image -> image.matches("image: \\S+:v?\\d\\S*")), images.toString());
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
