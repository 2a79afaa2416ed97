"""A knowledge-graph builder for development results."""
