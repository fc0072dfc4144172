package se.fixpunkt.bills.exchange.xlsx;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;
import se.fixpunkt.bills.domain.UnreadableFile;
import se.fixpunkt.bills.domain.UnreadableFile.Reason;

/** Parses the XML of a workbook with the platform's own parser: no document types, no entities, nothing from elsewhere. */
final class SecureXml {
    private static final String XERCES = "http://apache.org/xml/features/";
    private static final String SAX = "http://xml.org/sax/features/";

    private SecureXml() {}

    /** @throws UnreadableFile when it isn't well formed or tries anything */
    static void parse(InputStream in, Handler handler) throws IOException {
        try {
            XMLReader reader = reader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setEntityResolver(handler);
            reader.parse(new InputSource(in));
        } catch (Stop e) {
            // The handler has seen all it wants.
        } catch (SAXException e) {
            boolean forbidden = String.valueOf(e.getMessage()).contains("DOCTYPE");
            throw new UnreadableFile(forbidden ? Reason.FORBIDDEN_XML : Reason.DAMAGED);
        } catch (java.io.CharConversionException e) {
            throw new UnreadableFile(Reason.DAMAGED);
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
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sees elements by their local names: the strict and the transitional form differ only in namespaces. */
    abstract static class Handler extends DefaultHandler2 {
        abstract void start(String name, Attributes attributes) throws SAXException;

        /** @param name the local name of the element that ended */
        void end(String name) throws SAXException {}

        @Override
        public final void startElement(String uri, String name, String qualified, Attributes attributes)
                throws SAXException {
            start(name, attributes);
        }

        @Override
        public final void endElement(String uri, String name, String qualified) throws SAXException {
            end(name);
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

        static boolean isTrue(String value) {
            return "1".equals(value) || "true".equals(value) || "on".equals(value);
        }
    }

    /** Ends the parsing early. */
    @SuppressWarnings("serial")
    static final class Stop extends SAXException {
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
