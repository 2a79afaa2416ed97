"""What is known of one thing, and the words that each fact rests on."""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.explain.identity import Identity, identity
from kg.explain.rows import rows, text
from kg.explain.sentence import Sentence, around
from kg.query.things import Thing, find
from kg.store import Store, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One property of the thing: its IRI and a value, as a label where the value has one."""

    property: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One fact in which the thing stands; `quote` is "" where it was published as data.

    `kind` is participation, measurement or mention; `whole` the number that a measurement is a part
    of. `start` and `end` count Unicode code points in
    the text with the IRI `text`: the document itself, its rendition (whose SHA-256 is then in
    `rendition`), or one narrative of it.
    """

    iri: str
    kind: str
    role: str
    who: str
    whom: str
    value: str
    counted: str
    confidence: str
    document: str
    start: str
    end: str
    quote: str
    role_name: str
    text: str
    rendition: str
    whole: str
    sentence: Sentence | None

    @property
    def words(self) -> str:
        """The fact as a reader would say it."""
        match self.kind:
            case "participation":
                return f"{self.who} is {self.role_name or self.role} of {self.whom}"
            case "measurement":
                role = f"{self.role}, part of {self.whole}" if self.whole else self.role
                return f"{self.value} {self.counted} ({role})".replace("  ", " ")
            case _:
                return "is named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A thing, what is said of it, and the facts in which it stands, those of one kind together."""

    thing: Thing
    said: tuple[Said, ...]
    identity: Identity
    facts: tuple[Explained, ...]


def explain(store: Store, name: str) -> Explanation:
    """Answer what is known of the thing that a name or IRI means.

    Raises:
        UnknownName: no thing has this name, or several have; the message lists them.
    """
    thing = find(store, name)
    said = tuple(
        Said(property=text(property_), value=text(label) or text(value))
        for property_, value, label in rows(store, "about.rq", thing.iri)
    )
    return Explanation(
        thing=thing,
        said=said,
        identity=identity(store, thing.iri, (one.value for one in said)),
        facts=tuple(_explained(*row) for row in rows(store, "facts.rq", thing.iri)),
    )


_COLUMNS = (
    "iri", "kind", "role", "who", "whom", "value", "counted", "confidence", "document", "start",
    "end", "quote", "role_name", "text", "rendition", "whole",
)  # fmt: skip


def _explained(*row: Term | None) -> Explained:
    values = dict(zip(_COLUMNS, map(text, row), strict=False))
    *_, narrative, prefix, suffix = row
    sentence = None
    if isinstance(narrative, ox.Literal) and values["quote"]:
        lang = (narrative.language or "").partition("-")[0]
        sentence = around(narrative.value, lang, values["quote"], text(prefix), text(suffix))
    return Explained(**values, sentence=sentence)
