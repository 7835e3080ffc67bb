/** What the design promises, measured: programs that ./bench runs, one a part, each beside the same work in bare PostgreSQL. */
package fr.terrain.bench;
