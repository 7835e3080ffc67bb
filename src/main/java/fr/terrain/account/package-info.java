/** Who is calling: from a signed-in identity to an account of ours. */
package fr.terrain.account;
