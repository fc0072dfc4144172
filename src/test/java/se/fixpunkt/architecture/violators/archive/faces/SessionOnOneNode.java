package se.fixpunkt.architecture.violators.archive.faces;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** Gone with its node. */
@SessionScoped
@SuppressWarnings("serial")
public class SessionOnOneNode implements Serializable {}
