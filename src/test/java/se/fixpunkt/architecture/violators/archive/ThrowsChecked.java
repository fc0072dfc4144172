package se.fixpunkt.architecture.violators.archive;

import java.io.IOException;

/** A front door that makes its callers handle technology. */
public interface ThrowsChecked {
    void print() throws IOException;
}
