/** The ground: the communes of the Métropole. */
package fr.terrain.territory;
