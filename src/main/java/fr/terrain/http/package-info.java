/** The edge: problems (RFC 9457), headers, bounds on what comes in, calendar writing. */
package fr.terrain.http;
