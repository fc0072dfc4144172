/** The page shell and what all pages share: language, theme, texts, formats, converters, errors. */
package se.fixpunkt.shared.faces;
