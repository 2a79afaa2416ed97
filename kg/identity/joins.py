"""By what a key is found to mean what another key means, the surest reasons first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple, Protocol

from kg.identity import keys
from kg.identity.dossiers import Carriers, Dossiers
from kg.identity.forms import forms
from kg.identity.groups import Groups
from kg.identity.judgements import Judgement, Judgements
from kg.identity.names import fold
from kg.identity.words import words
from kg.records import Issue, Key
from kg.registers import Entry

Basis = Literal["identifier", "register", "name", "government", "form", "judgement"]
"""By what a key was found to mean a thing; the codes of the list IdentityBasis."""

_BODY: Final = "head:state"
_FIELD: Final = "portfolio"
_LEAST_WORDS: Final = 2


class Register(Protocol):
    """What the resolver asks of the registers."""

    def entry(self, key: Key) -> Entry | None:
        """Answer the entry of a key, which may be any identifier that the entry lists."""

    def named(self, kind: str, name: str, country: str | None) -> tuple[Key, ...]:
        """Answer the keys of the entries with this folded name."""


class Governments(Protocol):
    """What the resolver asks of who knows how governments are called."""

    def named(self, name: str, country: str | None) -> Key | None:
        """Answer the key of the government that a name means, if it means one."""

    def of_region(self, name: str, country: str) -> Key | None:
        """Answer the government of the region of a country, where the name says it is of a region."""


class Join(NamedTuple):
    """Why a key means what another means: `through` is the name or identifier that both have.

    Of a judgement, `through` is its note.
    """

    key: Key
    other: Key
    basis: Basis
    through: str


class Joins:
    """Joins keys; `made` are the joins in the order of their reasons, `issues` what was not done."""

    def __init__(
        self,
        dossiers: Dossiers,
        register: Register,
        governments: Governments,
        judgements: Judgements,
    ) -> None:
        """Join all that the judgements, the registers and the names tell."""
        self.made: list[Join] = []
        self.issues: list[Issue] = []
        self.groups = Groups(j.keys for j in judgements.listed if j.verdict == "different")
        self._dossiers, self._register, self._governments = dossiers, register, governments
        self._carriers = dossiers.carriers()
        for judgement in judgements.listed:
            self._judge(judgement)
        self._by_form(list(self._by_name()))
        self._by_field()

    def _add(self, join: Join) -> bool:
        """Join two keys, and answer whether that was allowed: names never join two identifiers."""
        is_sure = join.basis in {"judgement", "identifier"}
        if not is_sure and self._is_identified(join.key) and self._is_identified(join.other):
            return False
        if not self.groups.join(join.key, join.other):
            return False
        self.made.append(join)
        return True

    def _is_identified(self, key: Key) -> bool:
        return any(keys.scheme(one) != "name" for one in self.groups.of(key))

    def _judge(self, judgement: Judgement) -> None:
        """Join what was judged the same, and note a judgement that cannot be followed."""
        for key in judgement.keys:
            if key not in self._dossiers.votes and self._register.entry(key) is None:
                said = f"{key} is no thing of this build: take the line out, or mend the key"
                self.issues.append(_issue(judgement, "judgement-stale", said))
        is_same = judgement.verdict == "same"
        if is_same and not self._add(Join(*judgement.keys, "judgement", judgement.note)):
            said = "other lines say that these are different: mend one of them"
            self.issues.append(_issue(judgement, "judgement-contradicted", said))

    def _by_name(self) -> Iterator[Key]:
        """Join each key to the one thing that has its identifier or name; answer who found none."""
        for key in sorted(self._dossiers.votes):
            entry = self._register.entry(key)
            if entry is not None and entry.key != key:
                self._add(Join(key, entry.key, "identifier", key.partition(":")[2]))
            elif entry is None and keys.scheme(key) == "name":
                join, is_unknown = self._named(key)
                if join:
                    self._add(join)
                elif is_unknown:
                    yield key

    def _named(self, key: Key) -> tuple[Join | None, bool]:
        """Answer what a name means, if it means one thing, and whether nothing has it."""
        name = keys.name(key)
        if listed := self._listed(key, name):
            return (Join(key, listed[0], "register", name) if len(listed) == 1 else None), False
        others = self._others(key, name)
        if not any(keys.scheme(other) != "name" for other in others) and (
            governments := self._governing(key)
        ):
            chosen = _one(governments)
            return (Join(key, chosen, "government", name) if chosen else None), False
        chosen = _one(others)
        return (Join(key, chosen, "name", name) if chosen else None), not others

    def _others(self, key: Key, name: str) -> set[Key]:
        """Answer the other keys that carry a name where a key belongs.

        A ministry of no country known is not that of any one country.
        """
        others = self._carriers.get(_scoped(key, name), set()) - {key}
        if keys.country(key) or not words(keys.name(key)).of(_BODY):
            return others
        return {other for other in others if not self._is_of_country(other)}

    def _is_of_country(self, key: Key) -> bool:
        entry = self._register.entry(key)
        told = entry.country if entry else keys.country(key)
        return bool(told or self._dossiers.said(key, "country"))

    def _governing(self, key: Key) -> set[Key]:
        """Answer the governments that the labels of an organisation mean.

        One that pays may be of any country; where it pays for one country only, and says that it
        is a region's, it is that of the region there.
        """
        if keys.kind(key) != "org":
            return set()
        country = keys.country(key) or None
        labels = self._dossiers.said(key, "label")
        found = {self._governments.named(label, country) for label in labels}
        paid_for = self._dossiers.said(key, "paysFor")
        if country is None and len(paid_for) == 1:
            found |= {self._governments.of_region(label, paid_for[0]) for label in labels}
        return {government for government in found if government}

    def _by_form(self, left: list[Key]) -> None:
        """Join keys to the one thing that carries another form of their names.

        First by the forms of their own names, then by the names that are forms of others' or that
        others share and say the same by: one abbreviation of a name in two languages.
        """
        formed: Carriers = defaultdict(set)
        for key in self._dossiers.votes:
            for form in self._forms(key):
                formed[_scoped(key, form)].add(key)
        for key in left:
            self._join_by(key, {form: self._carrying(key, form) for form in self._forms(key)})
        for key in left:
            if self.groups.of(key) == {key}:
                names = self._names(key)
                self._join_by(key, {name: self._sharing(key, name, formed) for name in names})

    def _by_field(self) -> None:
        """Join the ministries of a country whose names say the same field, in any language."""
        first: dict[tuple[str, frozenset[str]], Key] = {}
        for key in sorted(self._dossiers.votes):
            if fields := self._fields(key):
                other = first.setdefault((keys.country(key), fields), key)
                if other != key:
                    self._add(Join(key, other, "form", keys.name(other)))

    def _fields(self, key: Key) -> frozenset[str]:
        """Answer what all words of the name of a ministry say, but for its country; else nothing."""
        if keys.kind(key) != "org" or not keys.country(key):
            return frozenset()
        land = self._register.entry(Key(f"place:iso:{keys.country(key)}"))
        said = (*land.labels, *land.demonyms) if land else ()
        own = {fold(text.text) for text in said}
        listed = [word for word in words(keys.name(key)).listed if word.spelt not in own]
        roles = {word.role for word in listed}
        is_telling = {_BODY, _FIELD} <= roles and all(word.is_known for word in listed)
        return frozenset(word.concept for word in listed) if is_telling else frozenset()

    def _join_by(self, key: Key, found: dict[str, set[Key]]) -> None:
        """Join a key by its first name that tells, so that it never brings two things together."""
        for name in sorted(found):
            chosen = _one(found[name] - {key})
            if chosen and self._add(Join(key, chosen, "form", name)):
                return

    def _carrying(self, key: Key, name: str) -> set[Key]:
        return {*self._listed(key, name), *self._others(key, name)}

    def _sharing(self, key: Key, name: str, formed: Carriers) -> set[Key]:
        """Answer those of which a name is a form, if nobody else has it, else who is alike too."""
        others = self._carrying(key, name) - {key}
        return self._alike(key, others) if others else formed.get(_scoped(key, name), set())

    def _alike(self, key: Key, others: set[Key]) -> set[Key]:
        """Answer which of others have a name of the same words as a key, in any language."""
        mine = [words(said).concepts for said in self._dossiers.names_of(key)]
        return {
            other
            for other in others
            if any(
                _says_the_same(said, words(text).concepts)
                for text in self._texts(other)
                for said in mine
            )
        }

    def _texts(self, key: Key) -> list[str]:
        """Answer all names of a key, of documents and of its register."""
        entry = self._register.entry(key)
        listed = (*entry.labels, *entry.aliases) if entry else ()
        return [*self._dossiers.names_of(key), *(text.text for text in listed)]

    def _forms(self, key: Key) -> set[str]:
        at = (keys.kind(key), keys.country(key))
        return {
            form
            for name in self._dossiers.names_of(key)
            for form in forms(name, *at, self._register)
        }

    def _names(self, key: Key) -> set[str]:
        return {fold(name) for name in self._dossiers.names_of(key)}

    def _listed(self, key: Key, name: str) -> tuple[Key, ...]:
        return self._register.named(keys.kind(key), name, keys.country(key) or None)


def _says_the_same(one: frozenset[str], two: frozenset[str]) -> bool:
    """Answer whether all words of a name, and at least two, are among those of another."""
    return min(len(one), len(two)) >= _LEAST_WORDS and (one <= two or two <= one)


def _scoped(key: Key, name: str) -> tuple[str, str, str]:
    return keys.kind(key), keys.country(key), name


def _one(found: Iterable[Key]) -> Key | None:
    """Answer the one key of some, those with identifiers first; None where it is not one."""
    keys_ = set(found)
    candidates = {key for key in keys_ if keys.scheme(key) != "name"} or keys_
    return next(iter(candidates)) if len(candidates) == 1 else None


def _issue(judgement: Judgement, code: str, message: str) -> Issue:
    raw = "\t".join((judgement.verdict, *judgement.keys))
    return Issue(code=code, message=message, line=judgement.line or None, raw=raw[:200])
