/** The workflow: a project asks for a site, its request moves from draft to convention, and every step leaves an event. */
package fr.terrain.booking;
