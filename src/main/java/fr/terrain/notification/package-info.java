/** The mail: who is told of what happened, in which words, and how it reaches them without being lost or said twice. */
package fr.terrain.notification;
