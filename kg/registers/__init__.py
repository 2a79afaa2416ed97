"""Registers: names that the extractor and the resolver know before they read a document."""

from kg.registers.entry import Entry
from kg.registers.registers import Registers, load
from kg.registers.table import Info

__all__ = ["Entry", "Info", "Registers", "load"]
