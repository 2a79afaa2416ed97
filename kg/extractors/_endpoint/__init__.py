"""What the extractor `endpoint` is made of: its questions, its answers, and their proof."""
