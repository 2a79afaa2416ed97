"""Tests of what is learned from annotated pages."""
