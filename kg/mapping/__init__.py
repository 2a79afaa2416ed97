"""Records to lines of N-Quads: the one place where records meet the terms of the ontology."""
