package se.fixpunkt.shared.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What holds for the source of every page. */
class PageSourcesTest {
    private static final String CORE = "jakarta.faces.core";

    /** Anywhere else the server warns each time that somebody opens the page, and a later one refuses it. */
    @Test
    void thePagesMetadataIsAChildOfTheView() throws Exception {
        List<String> elsewhere = new ArrayList<>();
        int seen = 0;
        for (Path page : pages()) {
            NodeList found = parsed(page).getElementsByTagNameNS(CORE, "metadata");
            for (int i = 0; i < found.getLength(); i++) {
                seen++;
                Element parent = (Element) found.item(i).getParentNode();
                boolean isDefined = parent.getLocalName().equals("define")
                        && parent.getAttribute("name").equals("metadata");
                if (!isDefined && !parent.getLocalName().equals("view")) {
                    elsewhere.add(page.toString());
                }
            }
        }

        assertFalse(seen == 0);
        assertEquals(List.of(), elsewhere);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    private static Element parsed(Path page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(page.toFile()).getDocumentElement();
    }
}
