"""Why the names and identifiers of a thing are those of one thing."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from kg.explain.rows import rows, text
from kg.store import Store

_SENTENCES: Final = {
    "identifier": "{key} is an identifier of {other} in the register {register}",
    "register": "{key} is a name of {other} in the register {register}",
    "name": "{key} is what documents call {other} too, and nothing else there",
    "government": "{key} is a name of the government of the place of {other}",
    "form": '{key} is, as "{through}", another form of a name of {other}, and of nothing else there',
    "judgement": "{key} was judged to be one thing with {other}",
}
"""What is said for each code of the list IdentityBasis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Two keys of one thing, and by what they were taken for one.

    `basis` is a code of the list IdentityBasis; `through` the name or identifier that both have,
    or the note of a judgement. `quote` is where a text first says a name of `key`, "" where none
    does; `start` and `end` count Unicode code points.
    """

    key: str
    other: str
    basis: str
    through: str
    register: str
    document: str
    start: str
    end: str
    quote: str

    @property
    def where(self) -> str:
        """The quote and where it stands."""
        quote = " ".join(self.quote.split())
        return f"\N{LEFT DOUBLE QUOTATION MARK}{quote}\N{RIGHT DOUBLE QUOTATION MARK} {self.document}[{self.start}:{self.end}]"

    @property
    def words(self) -> str:
        """The reason as a reader would say it."""
        said = _SENTENCES[self.basis].format(
            key=self.key, other=self.other, through=self.through, register=self.register
        )
        return f"{said}: {self.through}" if self.basis == "judgement" and self.through else said


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The register that lists a thing, "" where none does, and how its keys came together."""

    register: str
    joined: tuple[Joined, ...]


def identity(store: Store, thing: str) -> Identity:
    """Answer why a thing, given by its IRI, is one.

    Graph: `?join okg:identifies ?thing ; okg:joinedKey ; okg:otherKey ; okg:identifiedBy ?basis`,
    `?thing dcterms:source ?register`; the evidence is what mentions have as `okg:surface`.
    """
    register, joined = "", dict[tuple[str, str], Joined]()
    for row in rows(store, "identity.rq", thing):
        key, other, basis, through, source, _, document, start, end, quote = map(text, row)
        name = unquote(source.rpartition("/")[2])
        if basis == "listed":
            register = name
            continue
        one = Joined(
            key=key,
            other=other,
            basis=basis,
            through=through,
            register=name,
            document=document,
            start=start,
            end=end,
            quote=quote,
        )
        joined.setdefault((key, other), one)
    return Identity(register=register, joined=tuple(joined.values()))
