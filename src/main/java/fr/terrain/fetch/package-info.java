/** Reading an address that somebody else gave, without being led into our own network or held up. */
package fr.terrain.fetch;
