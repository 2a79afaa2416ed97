"""From names and codes to things: keys, the claims made about them, and one IRI for each."""
