/** The agreement: clauses kept as Markdown, chosen by the facts of a booking and assembled into one numbered, printable convention. */
package fr.terrain.convention;
