"""A narrative with its title: passages that are read one after the other and know of each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kg.extract.gazetteer import Gazetteer
from kg.extract.lexicon import languages
from kg.extract.names.called import called
from kg.extract.names.candidate import Candidate, Names
from kg.extract.names.memory import Memory
from kg.extract.names.reader import NameReader
from kg.extract.numbers.measurements import Measured, measured
from kg.extract.numbers.money import money
from kg.extract.numbers.numerals import is_unclear
from kg.extract.numbers.quantity import Quantity
from kg.extract.passage import Passage, passage
from kg.extract.roles.judged import judged
from kg.extract.roles.participations import RoleReader
from kg.extract.tabular import RULES, TableReader
from kg.identity import keys
from kg.records import (
    Context,
    Fact,
    Issue,
    Key,
    Measurement,
    Mention,
    Narrative,
    Participation,
    Table,
)

GROUP: Final = Decimal("0.8")
_GIVING: Final = frozenset({"funder", "supporter"})
"""Whom the text tells to give to something that it names needs no row of a table to say so."""


@dataclass(frozen=True, slots=True)
class Section:
    """What is read together: the narrative, what is known around it, and the names known before."""

    narrative: Narrative
    context: Context
    gazetteer: Gazetteer

    def facts(self) -> Iterator[Fact | Issue]:
        """Answer the facts of the section in the order of its text."""
        if self._lang not in languages() and self.narrative.raw.strip():
            yield self._unread()
        reader = NameReader(self.gazetteer, self.context)
        memory = Memory()
        rows: list[Participation] = []
        told: set[Key] = set()
        named: set[Key | None] = set()
        for part, table in self.passages():
            found = reader.read(part, memory)
            names = Names.of(
                name
                for name in found
                if part.is_quotable(name.first, name.last)
                and not money().names(part, name.first, name.last)
            )
            named |= {name.key for name in names}
            tabular = None
            if table:
                tabular = TableReader(self.narrative, self.context, part, table, self._lang)
                names = tabular.named(names)
            yield from (self._mention(part, candidate) for candidate in names)
            yield from (self._ambiguous(part, name) for name in names if name.rivals)
            yield from self._unclear(part)
            numbers = self._measurements(part, names)
            yield from tabular.measurements(numbers) if tabular else numbers
            rows.extend(tabular.funding() if tabular else ())
            for act in self._participations(part, names, is_table=table is not None):
                told |= {act.participant} if act.role in _GIVING else set()
                yield act
        # Agencies share layouts: who gets the money is known where the text names its publisher.
        yield from (row for row in rows if row.participant not in told and row.target in named)

    @property
    def _lang(self) -> str:
        return (self.narrative.lang or self.context.lang).partition("-")[0]

    def passages(self) -> Iterator[tuple[Passage, Table | None]]:
        """Answer the title, the tables and the text, as far as there are any."""
        narrative = self.narrative
        if narrative.title_raw and narrative.title_start is not None:
            lang = narrative.title.lang if narrative.title else self._lang
            yield passage(narrative.text, narrative.title_raw, narrative.title_start, lang), None
        for table in narrative.tables:
            yield passage(narrative.text, table.raw, table.start, self._lang), table
        if narrative.raw:
            yield passage(narrative.text, narrative.raw, narrative.start, self._lang), None

    def _mention(self, part: Passage, candidate: Candidate) -> Mention:
        if candidate.type is None or candidate.key is None:
            raise AssertionError("a candidate that stays has a type and a key")
        return Mention(
            narrative=self.narrative.id,
            evidence=part.evidence(candidate.first, candidate.last),
            type=candidate.type,
            thing=candidate.key,
            label=candidate.label,
            short=candidate.short,
            is_alias=candidate.is_alias,
            unit_of=candidate.unit_of,
            brand_of=candidate.brand_of,
            confidence=candidate.confidence,
            extractor=RULES,
        )

    def _ambiguous(self, part: Passage, name: Candidate) -> Issue:
        rivals = " or ".join(key.partition(":")[2] for key in name.rivals)
        return Issue(
            code="name-ambiguous",
            message=f"{name.label} may be {rivals}: it is kept as a thing of its own",
            path=self.narrative.id,
            start=part.evidence(name.first, name.last).start,
            raw=name.label,
        )

    def _unclear(self, part: Passage) -> Iterator[Issue]:
        """Answer an issue for each number whose marks allow no one value."""
        for index, token in enumerate(part.tokens):
            if is_unclear(token.word, part.lexicon.lang) and part.is_quotable(index, index + 1):
                yield Issue(
                    code="number-unclear",
                    message=f"{token.word} may be a decimal or lack a digit: it is not read",
                    path=self.narrative.id,
                    start=part.evidence(index, index + 1).start,
                    raw=token.word,
                )

    def _measurements(self, part: Passage, names: Names) -> Iterator[Measurement | Mention]:
        for found in measured(part, names, self.context.country, self.context.year):
            quantity = found.quantity
            if not part.is_quotable(quantity.first, found.group_end or quantity.last):
                continue
            yield self._measurement(part, found)
            if found.group_end is not None:
                yield self._group(part, quantity, found.group_end)

    def _measurement(self, part: Passage, found: Measured) -> Measurement:
        quantity = found.quantity
        span = quantity.first, quantity.last
        whole = found.whole and (found.whole.first, found.whole.last)
        return Measurement(
            narrative=self.narrative.id,
            evidence=part.evidence(*span),
            whole=part.evidence(*whole) if whole and part.is_quotable(*whole) else None,
            value=quantity.value,
            upper=quantity.upper,
            kind=quantity.kind,
            currency=quantity.currency,
            qualifier=quantity.qualifier,
            role=found.role,
            counted=found.counted,
            programme=found.programme,
            places=found.places,
            period_start=found.period.start.isoformat() if found.period.start else "",
            period_end=found.period.end.isoformat() if found.period.end else "",
            cumulative=found.period.cumulative,
            confidence=found.confidence,
            extractor=RULES,
        )

    def reporter(self, part: Passage) -> Key | None:
        """Answer who is meant where a passage says nobody: the publisher, but in no title."""
        is_title = part.offset != self.narrative.start
        publisher = None if is_title else self.context.publisher
        return keys.by_id("org", publisher) if publisher else None

    def _participations(
        self, part: Passage, names: Names, *, is_table: bool
    ) -> Iterator[Participation]:
        """Answer who takes part in what; cells of a table are no sentences to weigh."""
        reporter = self.reporter(part)
        rules = RoleReader(part, names, reporter)
        for act in rules.read() if is_table else judged(part, called(part, names), reporter):
            yield Participation(
                narrative=self.narrative.id,
                evidence=part.evidence(*act.clause, act.keep),
                participant=act.participant,
                role=act.role,
                relation=act.relation,
                target=act.target,
                status=act.status,
                place=act.place,
                confidence=act.confidence,
                extractor=RULES,
            )

    def _group(self, part: Passage, quantity: Quantity, end: int) -> Mention:
        label = part.words(quantity.first, end)
        return Mention(
            narrative=self.narrative.id,
            evidence=part.evidence(quantity.first, end),
            type="UnnamedGroup",
            thing=keys.by_name("group", f"{self.narrative.id} {label}", self.context.country),
            label=label,
            size=int(quantity.value),
            confidence=GROUP,
            extractor=RULES,
        )

    def _unread(self) -> Issue:
        return Issue(
            code="language-not-read",
            message="names and roles are not read in this language; numbers are: add kg/extract/lexicon/<language>.toml",
            path=self.narrative.id,
            start=self.narrative.start,
            raw=self.narrative.raw[:200],
        )
