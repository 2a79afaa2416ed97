"""Graphs to export: one with everything that is hard to write, and any that hypothesis thinks of."""

from collections.abc import Sequence

from hypothesis import strategies as st

from kg import nquads
from kg.exports import Selection
from kg.iris import concept, encode
from kg.terms import DEFAULT_BASE, OKG, ORG, RDF, RDFS, SKOS, XSD

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8).map(encode).filter(bool)
SUBJECTS = st.builds(
    lambda kind, name: nquads.iri(f"{DEFAULT_BASE}{kind}/{name}"),
    st.sampled_from(["organisation", "place", "org", "outcome"]),
    NAMES,
)
XML_TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters="\t\n\r"
    ).filter(lambda c: c not in "\ufffe\uffff"),
    max_size=12,
)
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


def literals(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds(nquads.text, texts, st.sampled_from(["", "en", "es-mx"])),
        st.integers().map(lambda i: nquads.typed(str(i), XSD.integer)),
        st.decimals(allow_nan=False, allow_infinity=False, places=2).map(
            lambda d: nquads.typed(nquads.decimal(d), XSD.decimal)
        ),
        st.booleans().map(lambda b: nquads.typed(str(b).lower(), XSD.boolean)),
    )


def lines(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    things = st.tuples(
        SUBJECTS,
        st.sampled_from([OKG.in_, ORG.unitOf]),
        st.one_of(SUBJECTS, st.sampled_from(["partner", "lead"]).map(_role)),
    )
    said = st.tuples(SUBJECTS, st.sampled_from([RDFS.label, OKG.text]), literals(texts))
    typed = st.tuples(
        SUBJECTS,
        st.just(RDF.type),
        st.sampled_from([ORG.Organization, SKOS.Concept]).map(nquads.iri),
    )
    graphs = st.sampled_from(["a.txt", "b/c.txt"])
    quads = st.tuples(st.one_of(things, said, typed), graphs)
    return st.lists(quads.map(lambda q: _line(*q[0], q[1])), max_size=12)


def selection(listed: Sequence[str]) -> Selection:
    """The lines as a build writes them: sorted, each once."""
    data = "".join(f"{line}\n" for line in sorted(set(listed))).encode()
    return Selection(lambda: iter((data,)))


def _role(name: str) -> str:
    return nquads.iri(concept("ParticipationRole", name))


def _line(subject: str, predicate: str, term: str, source: str) -> str:
    return f"{subject} <{predicate}> {term} <{DEFAULT_BASE}source/{encode(source)}> ."


INMUJERES = nquads.iri(f"{DEFAULT_BASE}organisation/MX-1%2F2")
HARD = [
    _line(INMUJERES, RDF.type, nquads.iri(ORG.Organization), "a.txt"),
    _line(INMUJERES, RDFS.label, nquads.text('A "b" \\ c\r\nd\te', "es"), "a.txt"),
    _line(INMUJERES, RDFS.label, nquads.text("\u2028 \U0001f600 <&>]]>"), "a.txt"),
    _line(INMUJERES, OKG.role, _role("lead"), "a.txt"),
    _line(INMUJERES, OKG.role, _role("lead"), "b/c.txt"),
    _line(INMUJERES, OKG.value, nquads.typed("12.5", XSD.decimal), "b/c.txt"),
    _line(INMUJERES, OKG.truncated, nquads.typed("true", XSD.boolean), "b/c.txt"),
    _line(nquads.iri(f"{DEFAULT_BASE}outcome/~.X_2.1."), OKG.in_, INMUJERES, "b/c.txt"),
    _line(nquads.iri(f"{DEFAULT_BASE}outcome/X_2.1"), OKG.in_, INMUJERES, "b/c.txt"),
    _line(
        nquads.iri(f"{DEFAULT_BASE}outcome/X_2.1"),
        OKG.in_,
        nquads.iri(f"{DEFAULT_BASE}org/a"),
        "b/c.txt",
    ),
    _line(nquads.iri(f"{DEFAULT_BASE}org/-1"), OKG.in_, nquads.iri("mailto:a@b.org"), "b/c.txt"),
]
