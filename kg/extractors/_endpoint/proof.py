"""What a service says, held against the text: only what the text proves becomes a fact.

Quotes are looked for in the text, and offsets are ours; a number must read as the value that was
stated, its kind, currency and qualifier are what the text says; a clause must name both sides of an
act. Roles must be of their list, and are the model's word. What fails is counted by the reason.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple, TypeVar

import msgspec

from kg.extract.numbers.quantity import Quantity
from kg.extractors._endpoint.chat import Said, SaidMeasurement, SaidMention, SaidParticipation
from kg.extractors._endpoint.piece import Piece, Span
from kg.identity import keys
from kg.records import Fact, Key, Measurement, Mention, MentionType, Participation

NAME: Final = "endpoint"
CONFIDENCE: Final = Decimal("0.6")
"""How sure a fact is that a model states and whose words the text has."""

_MONEY: Final = "currency"
_SPACE: Final = re.compile(r"\s+")

Item = TypeVar("Item", SaidMention, SaidMeasurement, SaidParticipation)


class _Named(NamedTuple):
    """What a name means in this piece."""

    type: MentionType
    key: Key


class _Clause(NamedTuple):
    """Where a clause stands, and in it the name of who takes part."""

    clause: Span
    name: Span


@dataclass(slots=True)
class Proof:
    """Proves what is said of one piece; `rejected` counts what was not proved, by the reason."""

    piece: Piece
    rejected: Counter[str] = field(default_factory=Counter)
    _named: dict[str, _Named] = field(default_factory=dict)
    _seen: set[object] = field(default_factory=set)

    def facts(self, said: Said) -> Iterator[Fact]:
        """Answer the facts that the text proves, each once."""
        names: Counter[str] = Counter()
        for mention in self._items(said.mentions, SaidMention):
            yield from self._mention(mention, names)
        for measurement in self._items(said.measurements, SaidMeasurement):
            yield from self._measurement(measurement)
        for participation in self._items(said.participations, SaidParticipation):
            yield from self._participation(participation)

    def _items(self, raw: Sequence[msgspec.Raw], kind: type[Item]) -> Iterator[Item]:
        for one in raw:
            try:
                yield msgspec.json.decode(one, type=kind)
            except msgspec.DecodeError:
                self.rejected["not of the shape or the codes that were asked for"] += 1

    def _mention(self, said: SaidMention, names: Counter[str]) -> Iterator[Mention]:
        quote = " ".join(said.quote.split())
        spans = self.piece.quotable(quote)
        nth = names[quote]
        names[quote] += 1
        if not spans:
            self.rejected["the quote is not in the text"] += 1
        elif nth >= len(spans):
            self.rejected["said again"] += 1
        else:
            named = self._named.setdefault(quote, _Named(said.type, self._key(said, spans[nth])))
            yield Mention(
                narrative=self.piece.task.narrative.id,
                evidence=self.piece.task.quote(*spans[nth]),
                type=named.type,
                thing=named.key,
                label=quote,
                confidence=CONFIDENCE,
                extractor=NAME,
            )

    def _key(self, said: SaidMention, span: Span) -> Key:
        known = self.piece.known(span, said.type)
        country = self.piece.task.context.country
        return known or keys.by_name(keys.KINDS[said.type], said.quote, country)

    def _measurement(self, said: SaidMeasurement) -> Iterator[Measurement]:
        spans = self.piece.occurrences(said.quote)
        numbers = [one for span in spans for one in self.piece.quantities(span)]
        numbers = [one for one in numbers if self.piece.task.is_quotable(*one[0])]
        right = [one for one in numbers if _reads_as(one[1], said)]
        new = [one for one in right if one[0] not in self._seen]
        if not spans:
            self.rejected["the quote is not in the text"] += 1
        elif not right:
            self.rejected["the number does not read as the value"] += 1
        elif said.kind == _MONEY and not right[0][1].currency:
            self.rejected["the text has no currency beside the number"] += 1
        elif not new:
            self.rejected["said again"] += 1
        else:
            self._seen.add(new[0][0])
            yield self._measured(said, *new[0])

    def _measured(self, said: SaidMeasurement, span: Span, number: Quantity) -> Measurement:
        return Measurement(
            narrative=self.piece.task.narrative.id,
            evidence=self.piece.task.quote(*span),
            value=number.value,
            upper=number.upper,
            kind=number.kind,
            currency=number.currency,
            qualifier=number.qualifier,
            role=said.role,
            counted=said.counted if self.piece.occurrences(said.counted) else "",
            confidence=CONFIDENCE,
            extractor=NAME,
        )

    def _participation(self, said: SaidParticipation) -> Iterator[Participation]:
        place = self._clause(said)
        who = self._named.get(" ".join(said.organisation.split()))
        target = self._target(said)
        if place is None:
            self.rejected["the clause is not in the text, or does not name both sides"] += 1
        elif who is None or who.type not in {"Organisation", "Network"} or target is None:
            self.rejected["who takes part, or in what, is no name that was proved"] += 1
        elif who.key == target.key:
            self.rejected["takes part in itself"] += 1
        elif (place, who, said.role, target) in self._seen:
            self.rejected["said again"] += 1
        else:
            self._seen.add((place, who, said.role, target))
            yield Participation(
                narrative=self.piece.task.narrative.id,
                evidence=self.piece.task.quote(*place.clause, place.name),
                participant=who.key,
                role=said.role,
                relation="with" if target.type == "Organisation" else "in",
                target=target.key,
                status=said.status,
                confidence=CONFIDENCE,
                extractor=NAME,
            )

    def _target(self, said: SaidParticipation) -> _Named | None:
        """Answer what is taken part in: a name, or what the narrative reports on."""
        if said.target.strip():
            found = self._named.get(" ".join(said.target.split()))
            return found if found and found.type != "Place" else None
        narrative = self.piece.task.narrative
        about = keys.by_id("outcome", narrative.outcome) if narrative.outcome else narrative.about
        return _Named("Programme", about) if about else None

    def _clause(self, said: SaidParticipation) -> "_Clause | None":
        """Answer the first place where the clause stands with the names of both sides in it."""
        names = self.piece.quotable(said.organisation)
        targets = self.piece.quotable(said.target)
        for clause in self.piece.occurrences(said.clause):
            inside = [name for name in names if _holds(clause, name)]
            is_named = not said.target.strip() or any(_holds(clause, one) for one in targets)
            if inside and is_named:
                return _Clause(clause, inside[0])
        return None


def _holds(clause: Span, name: Span) -> bool:
    return clause[0] <= name[0] and name[1] <= clause[1]


def _reads_as(number: Quantity, said: SaidMeasurement) -> bool:
    """Answer whether a number has the value that was stated, and is a share only where it is one."""
    is_share, is_said_share = (kind == "percent" for kind in (number.kind, said.kind))
    return is_share == is_said_share and float(number.value) == said.value
