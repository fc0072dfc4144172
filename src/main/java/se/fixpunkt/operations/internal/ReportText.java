package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.operations.NodeReport;

/** A node's report as it stands in its row. */
@ApplicationScoped
class ReportText {
    private static final Logger LOG = Logger.getLogger(ReportText.class.getName());

    private final Jsonb json = JsonbBuilder.create();

    String write(NodeReport report) {
        return json.toJson(report);
    }

    /** Empty when it was written by a release that says it differently. */
    NodeReport read(String text) {
        try {
            return json.fromJson(text, NodeReport.class);
        } catch (JsonbException otherRelease) {
            LOG.log(Level.FINE, "A node's report is not readable here", otherRelease);
            return NodeReport.EMPTY;
        }
    }
}
