"""Why the names and identifiers of a thing are those of one thing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from kg.explain.rows import rows, text
from kg.identity import keys
from kg.identity.names import fold
from kg.records import Key
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

    `name` and `other_name` are what the keys say, as the graph spells it.
    `basis` is a code of the list IdentityBasis; `through` the name or identifier that both have,
    or the note of a judgement. `quote` is where a text first says a name of `key`, "" where none
    does; `start` and `end` count Unicode code points.
    """

    key: str
    other: str
    name: str
    other_name: str
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
            key=self.name, other=self.other_name, through=self.through, register=self.register
        )
        return f"{said}: {self.through}" if self.basis == "judgement" and self.through else said


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The register that lists a thing, "" where none does, and how its keys came together.

    `governs` is the identifier of the place that it is the government of, so that all names of that
    government mean it, "" where it is none.
    """

    register: str
    governs: str
    joined: tuple[Joined, ...]


def identity(store: Store, thing: str, labels: Iterable[str]) -> Identity:
    """Answer why a thing, given by its IRI, is one; names are spelled as its labels are.

    Graph: `?join okg:identifies ?thing ; okg:joinedKey ; okg:otherKey ; okg:identifiedBy ?basis`,
    `?thing dcterms:source ?register`; the evidence is what mentions have as `okg:surface`.
    """
    spelled = {fold(label): label for label in labels}
    register, governs, joined = "", "", dict[tuple[str, str], Joined]()
    for row in rows(store, "identity.rq", thing):
        key, other, basis, through, source, _, document, start, end, quote = map(text, row)
        name = unquote(source.rpartition("/")[2])
        if basis == "listed":
            register = name
            continue
        if basis == "governs":
            governs = key.rpartition(":")[2]
            continue
        one = Joined(
            key=key,
            other=other,
            name=_name(Key(key), spelled),
            other_name=_name(Key(other), spelled),
            basis=basis,
            through=through,
            register=name,
            document=document,
            start=start,
            end=end,
            quote=quote,
        )
        joined.setdefault((key, other), one)
    return Identity(register=register, governs=governs, joined=tuple(joined.values()))


def _name(key: Key, spelled: Mapping[str, str]) -> str:
    """Answer the name in a key as a label spells it, of other keys the identifier."""
    if keys.scheme(key) != "name":
        return key.split(":", 2)[2]
    name = keys.name(key)
    return f'"{spelled.get(name, name)}"'
