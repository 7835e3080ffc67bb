/** What proves that nothing of the trail was changed: daily seals, their verification, and the forgetting of a person. */
package fr.terrain.audit;
