"""What a passage names: known names, a grammar for unknown ones, and what each is taken for."""
