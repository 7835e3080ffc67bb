/** Terrain: the experimentation sites of the Métropole Aix-Marseille-Provence, from the map to the signed convention. */
package fr.terrain;
