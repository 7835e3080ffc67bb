/** What it costs: voted tariffs, and the fee they give for an area and a period. */
package fr.terrain.fee;
