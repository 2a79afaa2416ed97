"""What passes between the stages: frozen, typed records, with no word of RDF, XML or HTML in them.

Sources turn bytes into records and issues; the extractors turn narratives into facts; the mapping
turns both into lines of N-Quads. Offsets are 0-based Unicode code points, `end` exclusive.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple, NewType

Key = NewType("Key", str)
"""What a thing is called before it has an IRI: `kind:scheme:value`; made by `kg.identity.keys`."""

MentionType = Literal[
    "Organisation", "Programme", "Place", "Event", "Law", "Network", "UnnamedGroup"
]
Status = Literal["onTrack", "notAchieved", "notReported", "notStated"]
ActStatus = Literal["done", "ongoing", "planned", "pending", "failed", "negated"]
MeasureKind = Literal["count", "percent", "currency", "multiple", "range", "ratio", "quantity"]
Qualifier = Literal["exact", "about", "atLeast", "moreThan", "atMost", "lessThan"]
MeasureRole = Literal["result", "target", "baseline", "context"]
ParticipationRole = Literal[
    "lead", "funder", "implementer", "accountable", "extending", "supporter",
    "host", "signatory", "member", "partner", "beneficiary",
]  # fmt: skip
FigureKind = Literal["population", "genderInequalityIndex", "genderDevelopmentIndex"]
SystemFunction = Literal[
    "advocacy", "capacity", "data", "delivery", "norms", "partnerships", "policy", "support",
]  # fmt: skip
"""The codes of functions of the UN system, of which `Contribution` may be."""

Measure = Literal["", "budget", "expenditure", "utilisation", "allocation"]
TableKind = Literal["indicators", "funding", "resources", "goals"]
Basis = Literal[
    "address", "selector", "outcomeIdentifier", "header", "resultYears", "narrative",
    "register", "metadata", "fileName", "settings",
]  # fmt: skip


class LangText(NamedTuple):
    """A text and its language as a BCP 47 tag, lower case; `lang` is "" where none is known."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something in the input that was not understood: where it stands, what it says, why.

    `code` is a stable word for the kind of issue; `path` an element path or a field; `raw` the
    text as it stands in the source (shortened to 200 characters); `count` how often it was seen.
    """

    code: str
    message: str
    path: str = ""
    line: int | None = None
    column: int | None = None
    start: int | None = None
    raw: str = ""
    count: int = 1


class Claim(NamedTuple):
    """One thing that one document says about the identity of a thing.

    `aspect` is one of: `class` (a class of the ontology, by local name), `label` (with `lang`),
    `alias` (with `lang`), `identifier` (scheme in `lang`), `country` (ISO 3166-1 alpha-2),
    `paysFor` (the country whose activities it pays for), `within` (a place key), `classification` (a code of the list in `lang`), `unitOf`, `brandOf`,
    `partOf` (a key), `same` (a key that names the same thing).
    """

    key: Key
    aspect: str
    value: str
    lang: str = ""


class Slice(NamedTuple):
    """A part of a text: where it begins, and what it says."""

    start: int
    raw: str


class Cell(NamedTuple):
    """A value of a table, and what the table says of it.

    `title` is the part of the text that says what is measured or who pays; `of` the code of the
    indicator, result or goal that the value is of; `measure` what an amount of money is: see `Measure`.
    A text copy may show the value twice.
    """

    start: int
    raw: str
    role: MeasureRole
    title: Slice = Slice(0, "")
    of: str = ""
    year: str = ""
    measure: Measure = ""
    is_doubled: bool = False


class Table(NamedTuple):
    """A table beside a narrative: what is in it, where it begins, its text, and its values."""

    kind: TableKind
    start: int
    raw: str
    cells: tuple[Cell, ...] = ()


class TextRef(NamedTuple):
    """The text that offsets count in: the source itself, its rendition, or one narrative node."""

    kind: Literal["source", "rendition", "narrative"]
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words a fact rests on: `text[start:end] == exact`, always."""

    text: TextRef
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A value found out about a page, how, and how surely (0 to 1)."""

    value: str
    basis: Basis
    confidence: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is known of a whole document: its kind, publisher, country, year, and what it shows.

    `shown` is (first, last, total) of "Showing 1 - 5 of 11": what follows is a lower bound.
    """

    kind: str
    publisher: str | None = None
    country: Finding | None = None
    region: Finding | None = None
    year: Finding | None = None
    lang: str = ""
    shown: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A statement of a results framework, by the identifier its publisher gave it.

    `within` is the identifier of the outcome that an output is for. An output has its own `title`;
    those of an outcome stand with its narratives.
    """

    publisher: str
    identifier: str
    published: str
    level: Literal["impact", "outcome", "output"] = "outcome"
    within: str = ""
    title: LangText | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What is measured for a result, as a table of a page says.

    `outcome` is the identifier of the outcome whose table it is, `result` of the result that it is
    of; `code` is its code there, or a digest of its title, and `published` the code as published.
    """

    outcome: str
    result: str
    code: str
    published: str = ""
    title: LangText | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What an outcome, or an indicator of it, counts towards, as a page says.

    `scheme` and `code` are those of a code list; the code is "" where the words are not known.
    """

    outcome: str
    scheme: str
    code: str
    evidence: Evidence | None
    indicator: str = ""
    significance: str = ""
    year: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFigure:
    """A figure about the country that a page carries: which, of whom, and its share of the whole."""

    country: str
    figure: FigureKind
    published: str
    value: Decimal
    evidence: Evidence | None
    sex: str = ""
    share: Decimal | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """A piece of prose that waits for extraction; `raw` is the slice `text[start:end]`.

    `outcome` is the `Outcome.identifier` it reports on. Where it comes from a structured file,
    `about` is the identity key of the activity it describes, `country` that activity's country,
    and `said_of` the term of the node that says it; else the page's country holds. `title_raw` is the slice at `title_start` that `title` was
    read from, where it stands in the same text; `tables` are the tables beside it.
    """

    id: str
    text: TextRef
    start: int
    end: int
    raw: str
    lang: str
    publisher: str | None = None
    outcome: str | None = None
    about: Key | None = None
    country: str | None = None
    said_of: str = ""
    title: LangText | None = None
    title_start: int | None = None
    title_raw: str = ""
    tables: tuple[Table, ...] = ()
    status: Status = "notStated"
    truncated: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a text, and the thing it names. `label` is the name as a reader would write it.

    `short` is the abbreviation that the text defines with the name: "Water Board (WB)".
    `is_alias` says that it is an abbreviation or another short form; `unit_of` the agency of which
    the thing is an office; `brand_of` the organisation of which the text calls it a brand or service;
    `size` how many an unnamed group has.
    """

    narrative: str
    evidence: Evidence
    type: MentionType
    thing: Key
    label: str
    confidence: Decimal
    extractor: str
    size: int | None = None
    short: str = ""
    is_alias: bool = False
    unit_of: Key | None = None
    brand_of: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A number with its meaning. `value` is scaled (12.5 million = 12500000; 41 % = 41).

    `evidence` is the number expression, percent sign in, currency out. `upper` closes a range.
    `currency` is ISO 4217. `places` and `programme` are things the number is about,
    `provider` is who gives the money. `whole` is the number expression of which the text says that
    it is a part: "120 people, of whom 80 women".
    """

    narrative: str
    evidence: Evidence
    value: Decimal
    kind: MeasureKind
    qualifier: Qualifier
    role: MeasureRole
    confidence: Decimal
    extractor: str
    counted: str = ""
    currency: str = ""
    upper: Decimal | None = None
    programme: Key | None = None
    places: Sequence[Key] = ()
    period_start: str = ""
    period_end: str = ""
    cumulative: bool | None = None
    provider: Key | None = None
    whole: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """Who takes part in what, as what. `evidence` is the clause that says so.

    `target` is a Programme, Event, Network, Outcome or Activity (`relation` "in"), or the other
    organisation where nothing named is shared (`relation` "with").
    """

    narrative: str
    evidence: Evidence
    participant: Key
    role: ParticipationRole
    relation: Literal["in", "with"]
    target: Key
    confidence: Decimal
    extractor: str
    status: ActStatus = "done"
    place: Key | None = None


Fact = Mention | Measurement | Participation


class Value(NamedTuple):
    """One value of a structured record: the field's name, the text as published, its language.

    `problem` says why the text cannot be understood, where its source knows that.
    """

    field: str
    raw: str
    lang: str = ""
    line: int = 0
    problem: str = ""


@dataclass(slots=True, kw_only=True)
class Node:
    """One thing of a structured file, as its standard's table names it, with its parts in order.

    `kind` names the row of the table that made it; `values` and `parts` are in document order.
    Filled by the reader, then only read.
    """

    kind: str
    line: int
    values: list[Value] = field(default_factory=list)
    parts: list["Node"] = field(default_factory=list)


Statement = Outcome | Indicator | Contribution | CountryFigure
"""What a page states outside of its narratives."""

Record = Page | Statement | Narrative | Node | Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an extractor may know of the document around a narrative."""

    country: str | None
    year: int | None
    publisher: str | None
    lang: str
