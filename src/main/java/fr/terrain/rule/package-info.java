/** When a rule applies: plain facts and one small condition language in French words, for clauses, feasibility, permits and opinions. */
package fr.terrain.rule;
