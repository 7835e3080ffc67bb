/** The calendars of people and organisations, read by other programs at a secret address that its owner may end. */
package fr.terrain.feed;
