/** When it is free: rules, closures, and occupation, the only judge of a conflict. */
package fr.terrain.availability;
