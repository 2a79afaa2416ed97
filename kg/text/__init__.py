"""Text: bytes as characters, what a reader sees of them, sentences, language, and quotes."""
