/** The front door: pages and API that show a site together with its calendar, its price and its answer time. */
package fr.terrain.portal;
