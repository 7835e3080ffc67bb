/** What a demonstration shows: invented organisations and accounts, and sites made from the census; impossible in production. */
package fr.terrain.demonstration;
