package se.fixpunkt.harness;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops what the tests of this run started, once, after the last of them. */
public final class StopWhenTheRunEnds implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        RunningFixpunkt.stop();
    }
}
