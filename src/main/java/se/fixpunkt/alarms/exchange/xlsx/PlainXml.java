package se.fixpunkt.alarms.exchange.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;
import se.fixpunkt.alarms.UnreadableWorkbook;

/** XML of a stranger's file: no document types, no entities, nothing from elsewhere. */
final class PlainXml {
    private static final String XERCES = "http://apache.org/xml/features/";
    private static final String SAX = "http://xml.org/sax/features/";

    private PlainXml() {}

    static void parse(byte[] xml, Handler handler) {
        try {
            XMLReader reader = reader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setEntityResolver(handler);
            reader.parse(new InputSource(new ByteArrayInputStream(xml)));
        } catch (SAXException broken) {
            boolean forbidden = String.valueOf(broken.getMessage()).contains("DOCTYPE");
            throw new UnreadableWorkbook(forbidden ? "forbidden" : "damaged");
        } catch (IOException broken) {
            throw new UnreadableWorkbook("damaged");
        }
    }

    private static XMLReader reader() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(XERCES + "disallow-doctype-decl", true);
            factory.setFeature(SAX + "external-general-entities", false);
            factory.setFeature(SAX + "external-parameter-entities", false);
            factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The attribute with that local name in any namespace; null when there is none. */
    static String attribute(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                return attributes.getValue(i);
            }
        }
        return null;
    }

    /** Sees elements by their local names. */
    abstract static class Handler extends DefaultHandler2 {
        abstract void start(String name, Attributes attributes);

        /** @param name the local name of the element that ended */
        void end(String name) {}

        @Override
        public final void startElement(String uri, String name, String qualified, Attributes attributes) {
            start(name, attributes);
        }

        @Override
        public final void endElement(String uri, String name, String qualified) {
            end(name);
        }
    }
}
