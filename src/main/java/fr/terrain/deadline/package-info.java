/** When something is due: one table of deadlines for every room. */
package fr.terrain.deadline;
