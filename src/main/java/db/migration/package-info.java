/** Migrations that read files: the codes of the catalogue and the census of sites. */
package db.migration;
