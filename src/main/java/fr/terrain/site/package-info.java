/** The catalogue: sites, their bookable spaces, and the census they come from. */
package fr.terrain.site;
