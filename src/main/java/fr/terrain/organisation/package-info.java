/** Who stands behind: organisations, their members and what these may do. */
package fr.terrain.organisation;
