package se.fixpunkt.architecture.violators.archive.internal;

/** Talks past the log. */
class Prints {
    void say() {
        System.out.println("hello");
    }
}
