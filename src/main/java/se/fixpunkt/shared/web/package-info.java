/** What every exchange over HTTP has in common, whoever takes part: a page, REST, or the sign-in gate before either is asked. */
package se.fixpunkt.shared.web;
