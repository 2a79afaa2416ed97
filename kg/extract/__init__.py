"""From narratives to facts: names, numbers and roles, each with the words it rests on."""

from collections.abc import Iterator

from kg.extract.gazetteer import Gazetteer
from kg.extract.section import Section
from kg.records import Context, Fact, Issue, Narrative


def extract(narrative: Narrative, context: Context, gazetteer: Gazetteer) -> Iterator[Fact | Issue]:
    """Answer the facts that a narrative and its title state, in the order of the text."""
    return Section(narrative, context, gazetteer).facts()
