"""Parts of names that follow from a content."""

import hashlib


def short(content: str, length: int = 16) -> str:
    """Answer the first characters of the SHA-256 of a text, as a part of a name."""
    return hashlib.sha256(content.encode()).hexdigest()[:length]
