"""The bodies of a state that one word names, and the offices of agencies."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kg.extract.gazetteer import Gazetteer, Hit, is_country
from kg.extract.names.candidate import Candidate, Origin
from kg.extract.names.chunks import Chunks
from kg.extract.passage import Span
from kg.extract.tokens import folded, is_acronym, is_capital
from kg.identity import keys
from kg.records import Context, Key

_SURE, _LIKELY = Decimal("0.9"), Decimal("0.8")
_STATE: Final = "state"
_OFFICE: Final = "country office"


def bodies(chunks: Chunks, context: Context, demonyms: Mapping[str, str]) -> Iterator[Candidate]:
    """Answer the bodies that are named by one word written large: "the Senate", "Mexican State"."""
    passage = chunks.passage
    parts = passage.tokens
    for first, end, sign in passage.signs.all("body.organisation"):
        is_state = passage.lexicon.has("body.state", folded(sign.value))
        start = first - 1 if first and parts[first - 1].fold in demonyms else first
        last = end + (is_state and end < len(parts) and parts[end].fold in demonyms)
        said = [demonyms[token.fold] for token in parts[start:last] if token.fold in demonyms]
        country = said[0] if said else context.country
        place = keys.by_id("place", country, "iso") if country else None
        if is_capital(passage.tokens[first].word) and _is_alone(
            chunks, start, last, needs_article=is_state and last - start == end - first
        ):
            yield Candidate(
                first=start,
                last=last,
                type="Organisation",
                label=passage.words(start, last),
                key=keys.government(place) if is_state and place else None,
                origin=Origin.HEADED,
                head_end=last,
                confidence=_LIKELY,
            )


def _is_alone(chunks: Chunks, first: int, last: int, *, needs_article: bool) -> bool:
    """Answer whether a word is no part of a longer name."""
    parts = chunks.passage.tokens
    before = parts[first - 1] if first else None
    has_article = chunks.passage.has("small.article", first - 1)
    if last < len(parts) and (chunks.passage.has("small.of", last) or chunks.is_name_word(last)):
        return False
    if needs_article:
        return has_article
    return has_article or before is None or not is_capital(before.word)


@dataclass(frozen=True, slots=True)
class Offices:
    """Finds the offices of agencies in a passage: "UN Women Moldova", and the reporter's "CO"."""

    chunks: Chunks
    hits: Sequence[Hit]
    gazetteer: Gazetteer
    context: Context

    def all(self) -> Iterator[Candidate]:
        """Answer the offices that are named."""
        for hit in self.hits:
            yield from self._of(hit)
        reporter = self._reporter()
        if reporter is None:
            return
        passage = self.chunks.passage
        for first, last, _ in passage.signs.all("reporter.office"):
            if last - first > 1 or is_acronym(passage.tokens[first].word):
                yield self._office((first, last), reporter, self.context.country)

    def _of(self, hit: Hit) -> Iterator[Candidate]:
        """Answer the office that an agency and a country, or a word for offices, name together."""
        passage, last, country = self.chunks.passage, hit.last, self.context.country
        place = self.chunks.known.get(last)
        land = next((n for n in place.names if is_country(n.key)), None) if place else None
        agency = _agency(hit)
        if agency is None:
            return
        if place and land:
            last, country = place.last, land.country
        ending = passage.signs.begins("office.after", last)
        if ending and is_capital(passage.tokens[last].word):
            last = ending[0]
        if last > hit.last:
            yield self._office((hit.first, last), agency, country)

    def _reporter(self) -> Key | None:
        """Answer who reports: the publisher, or the agency that is named most, and more than once."""
        if self.context.publisher:
            return keys.by_id("org", self.context.publisher)
        counts = Counter(agency for hit in self.hits if (agency := _agency(hit)))
        (first, most), (_, second) = (*counts.most_common(2), (None, 0), (None, 0))[:2]
        return first if most > max(second, 1) else None

    def _office(self, span: Span, agency: Key, country: str | None) -> Candidate:
        main = self.gazetteer.entries.get(agency)
        name = main.text if main else agency.rpartition(":")[2]
        place = keys.by_id("place", country, "iso") if country else None
        land = self.gazetteer.entries.get(place) if place else None
        is_short = span[1] - span[0] == 1
        return Candidate(
            first=span[0],
            last=span[1],
            type="Organisation",
            label=f"{name} {land.text}" if is_short and land else self.chunks.passage.words(*span),
            key=keys.by_name("org", f"{name} {_OFFICE}", country),
            unit_of=agency,
            origin=Origin.HEADED,
            head_end=span[1],
            confidence=_SURE,
        )


def _agency(hit: Hit) -> Key | None:
    """Answer the agency of many countries that a name means, if it means one."""
    found = (n.key for n in hit.names if n.type == "Organisation" and not n.country)
    return next(found, None)
