/** What every answer over HTTP has in common, whoever makes it: a page, REST, or the sign-in gate before either is asked. */
package se.fixpunkt.shared.web;
