"""Questions are files: `.rq` with a documented head, found by listing, asked with parameters.

A head is TOML behind `#+`; a parameter is a line `VALUES ?name { UNDEF }` in the WHERE clause, in
whose braces serialised RDF terms are put, never text, so that the file runs as it is in any engine.
"""

from kg.query.binding import bind, language
from kg.query.header import Column, Parameter, Query, parse
from kg.query.library import Library, load
from kg.query.things import Thing, find, named
from kg.query.written import Value, written

__all__ = [
    "Column",
    "Library",
    "Parameter",
    "Query",
    "Thing",
    "Value",
    "bind",
    "find",
    "language",
    "load",
    "named",
    "parse",
    "written",
]
