/** The paper: Markdown and Qute to one text model, drawn as a tagged PDF and as HTML; knows no business room. */
package fr.terrain.document;
